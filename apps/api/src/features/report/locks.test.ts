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
let key: { roundId: string; assignmentId: string };
let draftId: string;
let own: SignedIn;
let elsewhere: SignedIn;
let beside: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  const round = await openRound(test);
  const [assignment] = await assignmentsOf(test, round, department);
  key = { roundId: round.roundId, assignmentId: assignment?.id ?? '' };
  own = await signIn(test, { role: 'reporter', department });
  beside = await signIn(test, { role: 'approver', department: 'perusopetus' });
  elsewhere = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
  const { municipalityId } = round;
  const draft = { ...key, municipalityId, authorId: own.userId, note: 'x', sentAt: new Date() };
  draftId = (await test.db.reportDraft.create({ data: draft })).id;
});
afterAll(() => test.close());

type Hold = Parameters<typeof answerWhileLocked>[1];
const closing: Hold = (tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key.roundId}::uuid::text, 0))`;
const answering: Hold = (tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${key.roundId}::uuid::text, 0))`;
const writing: Hold = (tx) => tx.$executeRaw`select from "ReportDraft" where id = ${draftId}::uuid for update`;
const approval = () => ({ decision: 'approve', draftId, version: 1 });

const close = (who: SignedIn, slug: string) =>
  ask(test, who, roundManageApi.close, { params: { slug, roundId: key.roundId }, body: { version: 1 } });
const confirmRest = (who: SignedIn) =>
  ask(test, who, reportWriteApi.confirmRest, {
    params: { roundId: key.roundId, department },
    body: { assignments: [{ assignmentId: key.assignmentId, version: 0 }], onBehalfOf: null } as never,
  });

const attempts: [string, Hold, (who: SignedIn) => ReturnType<typeof ask>][] = [
  ['answering', closing, (who) => reporting(test, who, key).submit(answerOf(0, 'a'))],
  ['confirming the rest', closing, confirmRest],
  ['saving a draft', closing, (who) => reporting(test, who, key).saveDraft(draftOf(0, 'a'))],
  ['deleting a draft', closing, (who) => reporting(test, who, key).deleteDraft()],
  ['approving while the round closes', closing, (who) => reporting(test, who, key).approve(approval())],
  ['approving while the draft is written', writing, (who) => reporting(test, who, key).approve(approval())],
];

it.each(attempts)(
  'takes no lock for people of another municipality or department when %s',
  async (_, hold, attempt) => {
    for (const who of [elsewhere, beside]) {
      const answer = await answerWhileLocked(test, hold, () => attempt(who));
      if (answer === 'waits') throw new Error('A person without the permission waited for a lock.');
      expectProblem(answer, 'not_found');
    }
  },
);

it('refuses another municipality’s coordinator without waiting, and lets the own one wait for answers to finish', async () => {
  const answer = await answerWhileLocked(test, answering, () => close(elsewhere, 'esimerkkila'));
  if (answer === 'waits') throw new Error('A person without the permission waited for a lock.');
  expectProblem(answer, 'not_found');
  const coordinator = await signIn(test, { role: 'coordinator' });
  expect(await answerWhileLocked(test, answering, () => close(coordinator, 'kouvola'))).toBe('waits');
});
