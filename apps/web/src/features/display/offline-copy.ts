import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import { remember, remembered } from '../../lib/storage.ts';
import type { Shown } from './steps/types.ts';

/** The last good data: what a cold start shows without the service. */
export type OfflineCopy = Shown & { own: OwnDisplay | null };

/** Grows when what is kept changes its form: an older one is then not there. */
const form = 2;
const nameOf = (screen: string) => `display.${screen}`;

/**
 * Where there is no room for it, nothing stays: what was kept before would pass for what was heard last.
 * @param screen which screen it is: the paired one, or that of a plan
 */
export function saveOfflineCopy(screen: string, copy: OfflineCopy) {
  if (!remember(nameOf(screen), JSON.stringify({ form, ...copy }))) deleteOfflineCopy(screen);
}

export function loadOfflineCopy(screen: string): OfflineCopy | null {
  try {
    const kept = JSON.parse(remembered(nameOf(screen)) ?? 'null') as (OfflineCopy & { form: number }) | null;
    return kept?.form === form && Array.isArray(kept.board.goals) ? kept : null;
  } catch {
    return null;
  }
}

export function deleteOfflineCopy(screen: string) {
  remember(nameOf(screen), null);
}
