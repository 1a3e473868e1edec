import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { whileLocked } from '../../testing/while-locked.ts';
import { assignmentsOf, openRound, type OpenedRound } from '../../testing/open-round.ts';
import { addRole, signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, reporting, revisionsOf } from './testing.ts';

const department = 'nuorisopalvelut';
let test: TestApp;
let round: OpenedRound;
let ids: string[];
let approver: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  round = await openRound(test);
  ids = (await assignmentsOf(test, round, department)).map(({ id }) => id);
  approver = await signIn(test, { role: 'approver', department });
  await test.db.municipality.update({ where: { id: round.municipalityId }, data: { approvalStep: true } });
});
afterAll(() => test.close());

let key: { roundId: string; assignmentId: string };
beforeEach(() => {
  key = { roundId: round.roundId, assignmentId: ids.pop() ?? '' };
});

/** A writer whose answer waits for approval, and who has become an approver since. */
async function sendThenGainApproval() {
  const writer = await signIn(test, { role: 'reporter', department });
  expect((await reporting(test, approver, key).submit(answerOf(0, 'ensin'))).statusCode).toBe(200);
  const { draft } = (await reporting(test, writer, key).submit(answerOf(1, 'lähetetty'))).json<ReportedRow>();
  await addRole(test, writer.userId, { role: 'approver', department });
  return {
    approve: () =>
      reporting(test, approver, key).approve({ decision: 'approve', draftId: draft?.id, version: draft?.version }),
    answer: () => reporting(test, writer, key).submit(answerOf(1, 'suoraan')),
  };
}
const holdReport = (tx: Parameters<Parameters<typeof whileLocked>[1]>[0]) =>
  tx.$executeRaw`select from "Report" where "assignmentId" = ${key.assignmentId}::uuid and "roundId" = ${key.roundId}::uuid for update`;
const notes = async () => (await revisionsOf(test, key)).map(({ note }) => (note as { fi: string }).fi);

it('refuses an approval when a direct answer of the same writer came first', async () => {
  const { answer, approve } = await sendThenGainApproval();
  const [answered, approved] = await whileLocked(test, holdReport, answer, approve);
  expect(answered.statusCode).toBe(200);
  expect(expectProblem(approved, 'conflict').current).toMatchObject({ report: { note: { fi: 'suoraan' } } });
  expect(await notes()).toEqual(['ensin', 'suoraan']);
});

it('refuses a direct answer when the approval of the same writer’s sent answer came first', async () => {
  const { answer, approve } = await sendThenGainApproval();
  const [approved, answered] = await whileLocked(test, holdReport, approve, answer);
  expect(approved.statusCode).toBe(200);
  expect(expectProblem(answered, 'conflict').current).toMatchObject({ report: { note: { fi: 'lähetetty' } } });
  expect(await notes()).toEqual(['ensin', 'lähetetty']);
});
