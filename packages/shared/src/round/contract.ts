import * as z from 'zod';
import { route } from '../http/route.ts';
import { planParams, RoundRef } from '../plan/contract.ts';
import { CouncilDecision, SnapshotRef } from './snapshot-contract.ts';
import { answerStates } from './state.ts';
import { listRounds } from './endpoints.ts';

export const AnswerCounts = z
  .object({ answered: z.int(), confirmed: z.int(), late: z.int(), missing: z.int(), total: z.int() })
  .meta({ description: 'Assignments by their state in the round; total is the sum of the four.' });

export const StaffCounts = AnswerCounts.extend({
  waiting: z.int().meta({ description: 'Of the missing ones: sent, and waiting for the department’s approver.' }),
}).meta({ description: 'Assignments by their state in the round, for staff; total is the sum of the first four.' });

export const answerState = z.enum(answerStates);

export const PublicRound = RoundRef.extend({
  closedAt: z.iso.datetime().nullable(),
  decision: CouncilDecision.nullable(),
  frozen: SnapshotRef.nullable(),
  counts: AnswerCounts,
});
export type PublicRound = z.output<typeof PublicRound>;

export const roundApi = {
  list: route(listRounds, {
    can: 'plan:read',
    tag: 'round',
    summary: 'List the rounds of a plan',
    description:
      'Lists the rounds that have begun, newest first: period, dates, counts of answers, the council’s decision and the hash of the snapshot. To get the board of a closed round, pass its slug as `round` to the board.',
    params: planParams,
    response: z.object({ rounds: z.array(PublicRound) }),
  }),
};
