import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import { remember, remembered } from '../../lib/storage.ts';
import type { ScreenData } from './steps/types.ts';

/** The last good data, which a cold start shows without the service. */
export type OfflineCopy = ScreenData & { own: OwnDisplay | null };

/** Grows when the format changes: a copy of an older format counts as none. */
const form = 2;
const nameOf = (screen: string) => `display.${screen}`;

/**
 * Without room for the copy, the older one is deleted: it would pass for the newest.
 * @param screen which screen: the paired one, or that of a plan
 */
export function saveOfflineCopy(screen: string, copy: OfflineCopy) {
  if (!remember(nameOf(screen), JSON.stringify({ form, ...copy }))) deleteOfflineCopy(screen);
}

export function loadOfflineCopy(screen: string): OfflineCopy | null {
  try {
    const copy = JSON.parse(remembered(nameOf(screen)) ?? 'null') as (OfflineCopy & { form: number }) | null;
    return copy?.form === form && Array.isArray(copy.board.goals) ? copy : null;
  } catch {
    return null;
  }
}

export function deleteOfflineCopy(screen: string) {
  remember(nameOf(screen), null);
}
