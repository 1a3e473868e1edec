import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { retryOnDeadlock } from '../../platform/retry-on-deadlock.ts';
import { personOf } from '../../platform/serve.ts';
import { assertReasoned, type Given, givenOf, isThere } from './answer.ts';
import { knownVersion, type Place, takePlaces, toReportedRow } from './place.ts';
import { assertMay, assertOpen, assertSaysForWhom, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { changedFigures, patient, writeAnswers } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Submitted = Pick<Input<typeof reportWriteApi.submit>, 'params' | 'body'>;

export const submitReport = ({ db }: Context, writing: Writing, submitted: Submitted): Promise<ReportedRow> =>
  retryOnDeadlock(() => db.$transaction((tx) => submitIn(tx, writing, submitted), patient));

async function submitIn(tx: Tx, writing: Writing, { params, body }: Submitted): Promise<ReportedRow> {
  const { userId } = personOf(writing.actor);
  const [place] = await takePlaces(tx, {
    roundId: params.roundId,
    assignments: [{ assignmentId: params.assignmentId, version: body.version }],
    userId,
    reach: reachOf(writing.actor, 'report:write'),
  });
  assertMay(writing.actor, 'report:write', place);
  // Whose answer to the first sending was lost is told that it is in, also when the round has closed meanwhile.
  if (isThere(place, body)) return toReportedRow(place);
  assertOpen(place, writing.at);
  if (body.version !== knownVersion(place)) throw stale(toReportedRow(place));
  assertSaysForWhom(writing, place, body.onBehalfOf);
  const given = givenOf(place, body);
  if (body.kind === 'answer') assertReasoned(place, given);
  assertFiguresSeen(place, given);
  if (!awaitsApproval(writing, place)) return toReportedRow(await writeGiven(tx, writing, place, given));
  if (isSentAlready(place, given)) return toReportedRow(place);
  const [sent] = await sendForApproval(tx, writing, [{ place, given }]);
  return toReportedRow(sent ?? place);
}

/** A figure that somebody has changed since is not covered, and the answer waits until its writer has seen it. */
function assertFiguresSeen(place: Place, { figures }: Given): void {
  const isSeen = changedFigures(place, figures).every(
    ({ id, version }) => place.figures.find((figure) => figure.id === id)?.version === version,
  );
  if (!isSeen) throw stale(toReportedRow(place));
}

async function writeGiven(tx: Tx, { actor, at, requestId }: Writing, place: Place, given: Given): Promise<Place> {
  const { userId } = personOf(actor);
  const author = { id: userId, name: place.writer };
  const action = given.confirmed ? 'report.confirm' : 'report.submit';
  const answer = { ...given, place, author, approverId: null, submittedAt: at };
  const [after] = await writeAnswers(tx, [answer], { at, actorId: userId, requestId, action });
  return after ?? place;
}
