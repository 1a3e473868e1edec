import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import { remember, remembered } from '../../lib/storage.ts';
import type { Shown } from './steps/types.ts';

/** The last good data: what a cold start shows without the service. */
export type Snapshot = Shown & { own: OwnDisplay | null };

/** Grows when what is kept changes its form: an older one is then not there. */
const form = 2;
const nameOf = (place: string) => `display.${place}`;

/**
 * Where there is no room for it, nothing stays: what was kept before would pass for what was heard last.
 * @param place which screen it is: the paired one, or that of a plan
 */
export function keepSnapshot(place: string, snapshot: Snapshot) {
  if (!remember(nameOf(place), JSON.stringify({ form, ...snapshot }))) forgetSnapshot(place);
}

export function keptSnapshot(place: string): Snapshot | null {
  try {
    const kept = JSON.parse(remembered(nameOf(place)) ?? 'null') as (Snapshot & { form: number }) | null;
    return kept?.form === form && Array.isArray(kept.board.goals) ? kept : null;
  } catch {
    return null;
  }
}

export function forgetSnapshot(place: string) {
  remember(nameOf(place), null);
}
