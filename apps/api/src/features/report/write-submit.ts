import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { assertReasoned, type NewAnswer, newAnswerOf, isThere } from './answer.ts';
import {
  knownVersion,
  type AssignmentInRound,
  loadAssignmentsForUpdate,
  toReportedRow,
} from './assignment-in-round.ts';
import { assertMay, assertOpen, assertSaysForWhom, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, changedFigures, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Submission = { assignment: AssignmentInRound; audit: Written<(typeof actions)[number]>['audit'] };
type Submitted = Pick<Input<typeof reportWriteApi.submit>, 'params' | 'body'>;

const actions = ['report.submit', 'report.confirm', 'report.send'] as const;

export const submitReport = (context: Context, writing: Writing, submitted: Submitted): Promise<ReportedRow> =>
  mutate(context, writing, { ...answering, action: actions }, async (tx) => {
    const { assignment, audit } = await submitIn(tx, writing, submitted);
    return { result: toReportedRow(assignment), audit };
  });

async function submitIn(tx: Tx, writing: Writing, { params, body }: Submitted): Promise<Submission> {
  const { userId } = personOf(writing.actor);
  const [assignment] = await loadAssignmentsForUpdate(tx, {
    roundId: params.roundId,
    assignments: [{ assignmentId: params.assignmentId, version: body.version }],
    userId,
    reach: reachOf(writing.actor, 'report:write'),
  });
  assertMay(writing.actor, 'report:write', assignment);
  // Whose answer to the first sending was lost is told that it is in, also when the round has closed meanwhile.
  if (isThere(assignment, body)) return { assignment, audit: [] };
  assertOpen(assignment, writing.at);
  if (body.version !== knownVersion(assignment)) throw stale(toReportedRow(assignment));
  assertSaysForWhom(writing, assignment, body.onBehalfOf);
  const given = newAnswerOf(assignment, body);
  if (body.kind === 'answer') assertReasoned(assignment, given);
  assertFiguresSeen(assignment, given);
  if (!awaitsApproval(writing, assignment)) return writeGiven(tx, writing, assignment, given);
  if (isSentAlready(assignment, given)) return { assignment, audit: [] };
  const { assignments, audit } = await sendForApproval(tx, writing, [{ assignment, given }]);
  return { assignment: assignments[0] ?? assignment, audit };
}

/** A figure that somebody has changed since is not covered, and the answer waits until its writer has seen it. */
function assertFiguresSeen(assignment: AssignmentInRound, { figures }: NewAnswer): void {
  const isSeen = changedFigures(assignment, figures).every(
    ({ id, version }) => assignment.figures.find((figure) => figure.id === id)?.version === version,
  );
  if (!isSeen) throw stale(toReportedRow(assignment));
}

async function writeGiven(
  tx: Tx,
  { actor, at }: Writing,
  assignment: AssignmentInRound,
  given: NewAnswer,
): Promise<Submission> {
  const { userId } = personOf(actor);
  const author = { id: userId, name: assignment.writer };
  const action = given.confirmed ? 'report.confirm' : 'report.submit';
  const answer = { ...given, assignment, author, approverId: null, submittedAt: at };
  const { assignments, audit } = await writeAnswers(tx, [answer], { at, action });
  return { assignment: assignments[0] ?? assignment, audit };
}
