import { assessedYearOf } from '../round/assessed-year.ts';
import type { RoundState } from '../round/state.ts';
import type { Text } from '../text/text.ts';
import type { AgedLight, Ages } from './ages.ts';

type Round = { slug: string; name: Text; periodAssessed: Text; closesAt: string | null };
type Facts = {
  round: (Round & { state: RoundState }) | null;
  rounds: readonly Round[];
  ages: Ages | null;
  lights: readonly (AgedLight & { round: string | null })[];
};

export type AgesStatement = {
  /** `overdue`: open, and its last day has passed. `document`: all answers were loaded. */
  kind: 'open' | 'overdue' | 'closed' | 'document';
  name: Text;
  /** The first moment after the last day. */
  closesAt: string | null;
  ages: Ages;
  /** The number of rounds that the carried lights are of, and the earliest year that these assessed. */
  carriedFrom: { rounds: number; oldest: number | null };
  /** Lights of what the round did not ask for. */
  added: number;
};

function kindOf({ state, closesAt }: NonNullable<Facts['round']>, ages: Ages, at: number): AgesStatement['kind'] {
  if (state === 'open') return closesAt !== null && at >= Date.parse(closesAt) ? 'overdue' : 'open';
  return ages.answered > 0 && ages.answered === ages.fromDocument ? 'document' : 'closed';
}

/**
 * What is to be said of the age of lights, before any number of them; null: nothing was reported yet.
 * @param at now: whether the last day has passed is decided here, and never kept
 */
export function agesStatementOf({ round, rounds, ages, lights }: Facts, at: number): AgesStatement | null {
  if (!round || !ages) return null;
  const slugs = new Set(
    lights.flatMap((light) => (light.isCarried && light.isAsked !== false ? (light.round ?? []) : [])),
  );
  const carriedRounds = rounds.filter(({ slug }) => slugs.has(slug));
  const years = carriedRounds.flatMap((one) => assessedYearOf(one) ?? []);
  return {
    kind: kindOf(round, ages, at),
    name: round.name,
    closesAt: round.closesAt,
    ages,
    carriedFrom: { rounds: slugs.size, oldest: years.length > 0 ? Math.min(...years) : null },
    added: lights.filter(({ isAsked }) => isAsked === false).length,
  };
}
