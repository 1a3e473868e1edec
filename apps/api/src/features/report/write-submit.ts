import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { assertReasoned, type NewAnswer, newAnswerOf, isStored } from './answer.ts';
import {
  knownVersion,
  type AssignmentInRound,
  loadAssignmentsForUpdate,
  toReportedRow,
} from './assignment-in-round.ts';
import { assertMay, assertOpen, assertOnBehalfOf, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, changedFigures, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Outcome = { assignment: AssignmentInRound; audit: Written<(typeof actions)[number]>['audit'] };
type SubmitInput = Pick<Input<typeof reportWriteApi.submit>, 'params' | 'body'>;

const actions = ['report.submit', 'report.confirm', 'report.send'] as const;

export const submitReport = (context: Context, writing: Writing, input: SubmitInput): Promise<ReportedRow> =>
  mutate(context, writing, { ...answering, action: actions }, async (tx) => {
    const { assignment, audit } = await submitIn(tx, writing, input);
    return { result: toReportedRow(assignment), audit };
  });

async function submitIn(tx: Tx, writing: Writing, { params, body }: SubmitInput): Promise<Outcome> {
  const { userId } = personOf(writing.actor);
  const [assignment] = await loadAssignmentsForUpdate(tx, {
    roundId: params.roundId,
    assignments: [{ assignmentId: params.assignmentId, version: body.version }],
    userId,
    reach: reachOf(writing.actor, 'report:write'),
  });
  assertMay(writing.actor, 'report:write', assignment);
  // When the reply to the first request was lost, the second one succeeds too, even if the round has closed since.
  if (isStored(assignment, body)) return { assignment, audit: [] };
  assertOpen(assignment, writing.at);
  if (body.version !== knownVersion(assignment)) throw stale(toReportedRow(assignment));
  assertOnBehalfOf(writing, assignment, body.onBehalfOf);
  const newAnswer = newAnswerOf(assignment, body);
  if (body.kind === 'answer') assertReasoned(assignment, newAnswer);
  assertFiguresSeen(assignment, newAnswer);
  if (!awaitsApproval(writing, assignment)) return writeAnswer(tx, writing, assignment, newAnswer);
  if (isSentAlready(assignment, newAnswer)) return { assignment, audit: [] };
  const { assignments, audit } = await sendForApproval(tx, writing, [{ assignment, newAnswer }]);
  return { assignment: assignments[0] ?? assignment, audit };
}

/** Refuses to overwrite a figure that somebody has changed since its writer read it. */
function assertFiguresSeen(assignment: AssignmentInRound, { figures }: NewAnswer): void {
  const isSeen = changedFigures(assignment, figures).every(
    ({ id, version }) => assignment.figures.find((figure) => figure.id === id)?.version === version,
  );
  if (!isSeen) throw stale(toReportedRow(assignment));
}

async function writeAnswer(
  tx: Tx,
  { actor, at }: Writing,
  assignment: AssignmentInRound,
  newAnswer: NewAnswer,
): Promise<Outcome> {
  const { userId } = personOf(actor);
  const author = { id: userId, name: assignment.writer };
  const action = newAnswer.confirmed ? 'report.confirm' : 'report.submit';
  const answer = { ...newAnswer, assignment, author, approverId: null, submittedAt: at };
  const { assignments, audit } = await writeAnswers(tx, [answer], { at, action });
  return { assignment: assignments[0] ?? assignment, audit };
}
