import type { UnsentAnswer } from '@vointi/shared/report/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { FormValues } from './form-values.ts';

export type Unsent = Omit<UnsentAnswer, 'updatedAt'> & { updatedAt: string | null };

/**
 * What the server has of words that no round took, and what only this browser has of the round that is closed now.
 * @param here values that were typed in this browser and cannot be sent any more
 */
export function unsentOf(stored: readonly UnsentAnswer[], here: FormValues | null, round: Text | null): Unsent[] {
  if (here === null || round === null) return [...stored];
  const { progress, note, evidence } = here;
  const isStored = stored.some((one) => one.note === note && one.evidence === evidence && one.progress === progress);
  return isStored ? [...stored] : [{ round, progress, note, evidence, updatedAt: null, isAwaited: false }, ...stored];
}
