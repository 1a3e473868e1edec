import { createContext, use, useSyncExternalStore } from 'react';
import type { DeskState } from './desk-store.ts';
import type { DeskWork } from './desk-stores.ts';
import type { Entry } from './entry.ts';

export const DeskContext = createContext<DeskWork | null>(null);

export function useWork(): DeskWork {
  const work = use(DeskContext);
  if (!work) throw new Error('This part stands on a desk.');
  return work;
}

export const useActions = () => useWork().actions;

/** A part of the desk that changes seldom: typing in one row does not draw the others. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  const { store } = useWork();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export const useEntry = (id: string): Entry | undefined => useDesk(({ entries }) => entries.get(id));

export const useDeskState = (): DeskState => useDesk((state) => state);
