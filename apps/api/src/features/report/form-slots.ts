import { type Lock, lockOf } from '@vointi/shared/round/rules.ts';
import type { RoundState } from '@vointi/shared/round/state.ts';

type Round = { id: string; state: RoundState; opensAt: Date | null; closesAt: Date | null; closedAt: Date | null };
type Plan<R extends Round> = { municipalityId: string; rounds: readonly R[] };
type Reopening = { roundId: string; departmentId: string; until: Date; endedAt: Date | null };

/** Where forms are: a plan's round, for one department or, when `departmentId` is null, for all. */
export type FormSlot<R extends Round, P extends Plan<R>> = {
  plan: P;
  round: R | null;
  lock: Lock | null;
  departmentId: string | null;
};

/** The open round; else the one that began last; else the one that begins first. */
function currentRound<R extends Round>(newestFirst: readonly R[]): R | null {
  const open = newestFirst.find(({ state }) => state === 'open');
  const begun = newestFirst.find(({ state }) => state !== 'planned');
  return open ?? begun ?? newestFirst.at(-1) ?? null;
}

/**
 * Every round in which somebody may write. The newest plan's current round comes last, even when it takes no answers:
 * it is what a department without another form sees.
 * @param plans of one municipality, the newest first, each with its newest round first
 */
export function slotsOf<R extends Round, P extends Plan<R>>(
  plans: readonly P[],
  reopenings: readonly Reopening[],
  at: Date,
): FormSlot<R, P>[] {
  const slots = plans.flatMap((plan) =>
    plan.rounds.flatMap((round): FormSlot<R, P>[] => {
      if (round.state === 'open') return [{ plan, round, lock: lockOf(round, [], at), departmentId: null }];
      return reopenings.flatMap((reopening) => {
        if (reopening.roundId !== round.id) return [];
        const lock = lockOf(round, [reopening], at);
        return lock.isOpen ? [{ plan, round, lock, departmentId: reopening.departmentId }] : [];
      });
    }),
  );
  const [newest] = plans;
  if (!newest) return slots;
  const round = currentRound(newest.rounds);
  const others = slots.filter((slot) => slot.round?.id !== round?.id || slot.departmentId !== null);
  return [...others, { plan: newest, round, lock: round && lockOf(round, [], at), departmentId: null }];
}
