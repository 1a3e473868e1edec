import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { assertReasoned, type Given, givenOf, isThere } from './answer.ts';
import { knownVersion, type Place, takePlaces, toReportedRow } from './place.ts';
import { assertMay, assertOpen, assertSaysForWhom, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, changedFigures, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Submission = { place: Place; audit: Written<(typeof actions)[number]>['audit'] };
type Submitted = Pick<Input<typeof reportWriteApi.submit>, 'params' | 'body'>;

const actions = ['report.submit', 'report.confirm', 'report.send'] as const;

export const submitReport = (context: Context, writing: Writing, submitted: Submitted): Promise<ReportedRow> =>
  mutate(context, writing, { ...answering, action: actions }, async (tx) => {
    const { place, audit } = await submitIn(tx, writing, submitted);
    return { result: toReportedRow(place), audit };
  });

async function submitIn(tx: Tx, writing: Writing, { params, body }: Submitted): Promise<Submission> {
  const { userId } = personOf(writing.actor);
  const [place] = await takePlaces(tx, {
    roundId: params.roundId,
    assignments: [{ assignmentId: params.assignmentId, version: body.version }],
    userId,
    reach: reachOf(writing.actor, 'report:write'),
  });
  assertMay(writing.actor, 'report:write', place);
  // Whose answer to the first sending was lost is told that it is in, also when the round has closed meanwhile.
  if (isThere(place, body)) return { place, audit: [] };
  assertOpen(place, writing.at);
  if (body.version !== knownVersion(place)) throw stale(toReportedRow(place));
  assertSaysForWhom(writing, place, body.onBehalfOf);
  const given = givenOf(place, body);
  if (body.kind === 'answer') assertReasoned(place, given);
  assertFiguresSeen(place, given);
  if (!awaitsApproval(writing, place)) return writeGiven(tx, writing, place, given);
  if (isSentAlready(place, given)) return { place, audit: [] };
  const { places, audit } = await sendForApproval(tx, writing, [{ place, given }]);
  return { place: places[0] ?? place, audit };
}

/** A figure that somebody has changed since is not covered, and the answer waits until its writer has seen it. */
function assertFiguresSeen(place: Place, { figures }: Given): void {
  const isSeen = changedFigures(place, figures).every(
    ({ id, version }) => place.figures.find((figure) => figure.id === id)?.version === version,
  );
  if (!isSeen) throw stale(toReportedRow(place));
}

async function writeGiven(tx: Tx, { actor, at }: Writing, place: Place, given: Given): Promise<Submission> {
  const { userId } = personOf(actor);
  const author = { id: userId, name: place.writer };
  const action = given.confirmed ? 'report.confirm' : 'report.submit';
  const answer = { ...given, place, author, approverId: null, submittedAt: at };
  const { places, audit } = await writeAnswers(tx, [answer], { at, action });
  return { place: places[0] ?? place, audit };
}
