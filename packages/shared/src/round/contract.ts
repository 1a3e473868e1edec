import * as z from 'zod';
import { route } from '../http/route.ts';
import { planParams, RoundRef } from '../plan/contract.ts';
import { Decision, Frozen } from './frozen-contract.ts';
import { answerStates } from './state.ts';
import { listRounds } from './endpoints.ts';

export const AnswerCounts = z
  .object({ answered: z.int(), confirmed: z.int(), late: z.int(), missing: z.int(), total: z.int() })
  .meta({ description: 'Assignments by what they are in the round; total is the sum of the four.' });

export const answerState = z.enum(answerStates);

export const PublicRound = RoundRef.extend({
  closedAt: z.iso.datetime().nullable(),
  decision: Decision.nullable(),
  frozen: Frozen.nullable(),
  counts: AnswerCounts,
});
export type PublicRound = z.output<typeof PublicRound>;

export const roundApi = {
  list: route(listRounds, {
    can: 'plan:read',
    tag: 'round',
    summary: 'The rounds of a plan',
    description:
      'Rounds that have begun, newest first: period, dates, how many answered, the decision of the council and the hash of what was frozen. The board of a closed one is asked for with `round` on the board.',
    params: planParams,
    response: z.object({ rounds: z.array(PublicRound) }),
  }),
};
