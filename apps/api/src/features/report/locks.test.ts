import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { answerWhileLocked } from '../../testing/while-locked.ts';
import { assignmentsOf, openRound } from '../../testing/open-round.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, draftOf, reporting } from './testing.ts';

const department = 'nuorisopalvelut';
let test: TestApp;
let place: { roundId: string; assignmentId: string };
let draftId: string;
let own: SignedIn;
let elsewhere: SignedIn;
let beside: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  const round = await openRound(test);
  const [assignment] = await assignmentsOf(test, round, department);
  place = { roundId: round.roundId, assignmentId: assignment?.id ?? '' };
  own = await signIn(test, { role: 'reporter', department });
  beside = await signIn(test, { role: 'approver', department: 'perusopetus' });
  elsewhere = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
  const { municipalityId } = round;
  const draft = { ...place, municipalityId, authorId: own.userId, note: 'x', sentAt: new Date() };
  draftId = (await test.db.reportDraft.create({ data: draft })).id;
});
afterAll(() => test.close());

type Hold = Parameters<typeof answerWhileLocked>[1];
const closing: Hold = (tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${place.roundId}::uuid::text, 0))`;
const answering: Hold = (tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${place.roundId}::uuid::text, 0))`;
const writing: Hold = (tx) => tx.$executeRaw`select from "ReportDraft" where id = ${draftId}::uuid for update`;
const approval = () => ({ decision: 'approve', draftId, version: 1 });

const close = (who: SignedIn, slug: string) =>
  ask(test, who, roundManageApi.close, { params: { slug, roundId: place.roundId }, body: { version: 1 } });
const confirmRest = (who: SignedIn) =>
  ask(test, who, reportWriteApi.confirmRest, {
    params: { roundId: place.roundId, department },
    body: { assignments: [{ assignmentId: place.assignmentId, version: 0 }], onBehalfOf: null } as never,
  });

const attempts: [string, Hold, (who: SignedIn) => ReturnType<typeof ask>][] = [
  ['answering', closing, (who) => reporting(test, who, place).submit(answerOf(0, 'a'))],
  ['confirming the rest', closing, confirmRest],
  ['keeping a draft', closing, (who) => reporting(test, who, place).saveDraft(draftOf(0, 'a'))],
  ['giving up a draft', closing, (who) => reporting(test, who, place).deleteDraft()],
  ['approving, as it closes', closing, (who) => reporting(test, who, place).approve(approval())],
  ['approving, as it is written', writing, (who) => reporting(test, who, place).approve(approval())],
];

it.each(attempts)(
  '%s, nobody of another municipality or department comes to hold anything',
  async (_, hold, attempt) => {
    for (const who of [elsewhere, beside]) {
      const answer = await answerWhileLocked(test, hold, () => attempt(who));
      if (answer === 'waits') throw new Error('Somebody without a right took their turn.');
      expectProblem(answer, 'not_found');
    }
  },
);

it('closing does not wait for answers of another municipality, and their own coordinator does', async () => {
  const answer = await answerWhileLocked(test, answering, () => close(elsewhere, 'esimerkkila'));
  if (answer === 'waits') throw new Error('Somebody without a right took their turn.');
  expectProblem(answer, 'not_found');
  const coordinator = await signIn(test, { role: 'coordinator' });
  expect(await answerWhileLocked(test, answering, () => close(coordinator, 'kouvola'))).toBe('waits');
});
