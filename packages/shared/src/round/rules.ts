import { type AnswerState, answerStates, type RoundState } from './state.ts';

type ReportedAnswer = { progress: unknown; confirmed: boolean; reportedAt: Date | string | null };

const moment = (at: Date | string): number => (typeof at === 'string' ? Date.parse(at) : at.getTime());

/** @param closesAt the first moment after the round's last day; null in a round without dates, where no answer is late */
export function answerStateOf(report: ReportedAnswer | null, closesAt: Date | string | null): AnswerState {
  if (!report || report.progress === null) return 'missing';
  if (closesAt !== null && report.reportedAt !== null && moment(report.reportedAt) >= moment(closesAt)) return 'late';
  return report.confirmed ? 'confirmed' : 'answered';
}

export type AnswerCounts = Record<AnswerState, number> & { total: number };

export function countAnswers(states: readonly AnswerState[]): AnswerCounts {
  const counts: AnswerCounts = { answered: 0, confirmed: 0, late: 0, missing: 0, total: states.length };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** `waiting`: of the missing answers, those that are sent and wait for the department's approver. */
export type StaffCounts = AnswerCounts & { waiting: number };

export const countStaffAnswers = (rows: readonly { state: AnswerState; isWaiting: boolean }[]): StaffCounts => ({
  ...countAnswers(rows.map(({ state }) => state)),
  waiting: rows.filter(({ state, isWaiting }) => state === 'missing' && isWaiting).length,
});

export const addCounts = (all: readonly AnswerCounts[]): AnswerCounts =>
  all.reduce(
    (sum, one) => {
      for (const key of [...answerStates, 'total'] as const) sum[key] += one[key];
      return sum;
    },
    { answered: 0, confirmed: 0, late: 0, missing: 0, total: 0 },
  );

/** The round's last moment: the end of its last day, or the moment when the coordinator closed it before that. */
export function lastMomentOf({ closesAt, closedAt }: { closesAt: string; closedAt: string | null }): number {
  const lastDay = Date.parse(closesAt) - 1;
  return closedAt === null ? lastDay : Math.min(lastDay, Date.parse(closedAt));
}

/** Whether a department can answer in a round now. If not, why and since when; if so, until when. */
export type Lock =
  | { isOpen: true; until: string | null; isReopened: boolean }
  | { isOpen: false; why: 'planned' | 'closed'; since: string | null };

type RoundTimes = { state: RoundState; opensAt: Date | null; closesAt: Date | null; closedAt: Date | null };
type Reopening = { until: Date; endedAt: Date | null };

/**
 * An open round accepts answers until the coordinator closes it; those after its last day are late. A closed round
 * accepts answers only from a department for which it was reopened.
 * @param reopenings of this department in this round
 */
export function lockOf(round: RoundTimes, reopenings: readonly Reopening[], at: Date): Lock {
  if (round.state === 'open') return { isOpen: true, until: round.closesAt?.toISOString() ?? null, isReopened: false };
  if (round.state === 'planned') return { isOpen: false, why: 'planned', since: round.opensAt?.toISOString() ?? null };
  const again = reopenings.find(({ until, endedAt }) => endedAt === null && until > at);
  if (again) return { isOpen: true, until: again.until.toISOString(), isReopened: true };
  return { isOpen: false, why: 'closed', since: (round.closedAt ?? round.closesAt)?.toISOString() ?? null };
}
