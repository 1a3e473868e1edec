import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { type Reporting, reportApi } from '@vointi/shared/report/contract.ts';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { type ManagedRound, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { deleteRounds } from '../../testing/delete-rounds.ts';
import { assignmentsOf, type OpenedRound, openRound } from '../../testing/open-round.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, confirmationOf, draftOf, reporting } from './testing.ts';

const department = 'nuorisopalvelut';
const day = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

let test: TestApp;
let reporter: SignedIn;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  reporter = await signIn(test, { role: 'reporter', department });
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());
afterEach(async () => {
  const next = { year: 2025, municipality: { slug: 'kouvola' } };
  await deleteRounds(test, { OR: [{ slug: { startsWith: 'testikierros' } }, { plan: next }] });
  await test.db.plan.deleteMany({ where: next });
});

const formsOf = async (who: SignedIn, query = {}) =>
  (await ask(test, who, reportApi.list, { query })).json<Reporting>().desks;
const namesOf = async (who: SignedIn, query = {}) =>
  (await formsOf(who, query)).map((form) => [form.year, form.round?.id, form.rows.length]);

const close = async (roundId: string) => {
  const { version } = await test.db.round.findUniqueOrThrow({ where: { id: roundId } });
  const params = { slug: 'kouvola', roundId };
  return (await ask(test, coordinator, roundManageApi.close, { params, body: { version } })).json<ManagedRound>();
};
const reopen = async (roundId: string, slug = department) => {
  const untilOn = inDays(3).toISOString().slice(0, 10);
  const params = { slug: 'kouvola', roundId };
  const answer = await ask(test, coordinator, roundManageApi.reopen, {
    params,
    body: { department: slug, reason: 'Unohtui', untilOn },
  });
  return answer.json<{ id: string }>();
};

/** Next year's plan with one measure, of the department alone. */
async function publishNext() {
  const plan = await test.db.plan.findFirstOrThrow({ where: { year: 2024, municipality: { slug: 'kouvola' } } });
  const { municipalityId, councilTermId } = plan;
  const { id: goalId } = await test.db.goal.findFirstOrThrow({ where: { municipalityId } });
  const { id: departmentId } = await test.db.department.findFirstOrThrow({
    where: { municipalityId, slug: department },
  });
  const { id: planId } = await test.db.plan.create({
    data: { municipalityId, councilTermId, year: 2025, status: 'published' },
  });
  const { id: measureId } = await test.db.measure.create({
    data: { municipalityId, planId, goalId, order: 0, code: 'uusi-toimenpide', title: { fi: 'Uusi toimenpide' } },
  });
  await test.db.assignment.create({ data: { municipalityId, measureId, departmentId, order: 0 } });
}

describe('two plans with open rounds', () => {
  it('has a form for each, by last day, and takes each answer in its own round', async () => {
    const older = await openRound(test, { closesAt: inDays(9) });
    await publishNext();
    const newer = await openRound(test, { closesAt: inDays(5) });
    const rows = (await assignmentsOf(test, older, department)).length;
    expect(await namesOf(reporter)).toEqual([
      [2025, newer.roundId, 1],
      [2024, older.roundId, rows],
    ]);
    const [next, now] = await formsOf(reporter);
    for (const form of [next, now]) {
      const key = { roundId: form?.round?.id ?? '', assignmentId: form?.rows[0]?.assignmentId ?? '' };
      expect((await reporting(test, reporter, key).submit(answerOf(0, `Vuosi ${form?.year}`))).statusCode).toBe(200);
      expect((await reporting(test, reporter, key).saveDraft(draftOf(0, `Kesken ${form?.year}`))).statusCode).toBe(200);
    }
    const after = await formsOf(reporter);
    expect(after.map(({ rows: [row] }) => [row?.report?.note?.fi, row?.draft?.note])).toEqual([
      ['Vuosi 2025', 'Kesken 2025'],
      ['Vuosi 2024', 'Kesken 2024'],
    ]);
    // An assignment of one plan takes no answer in a round of the other.
    const wrong = { roundId: newer.roundId, assignmentId: now?.rows[0]?.assignmentId ?? '' };
    expectProblem(await reporting(test, reporter, wrong).submit(confirmationOf(0)), 'not_found');
  });

  it('shows a department without measures in the newest plan its form of the other', async () => {
    const older = await openRound(test);
    await publishNext();
    await openRound(test);
    const forms = await namesOf(await signIn(test, { role: 'reporter', department: 'perusopetus' }));
    expect(forms).toEqual([[2024, older.roundId, (await assignmentsOf(test, older, 'perusopetus')).length]]);
  });

  it('shows an open round even when a newer plan has none', async () => {
    const older = await openRound(test);
    await publishNext();
    expect((await namesOf(reporter)).map(([year, roundId]) => [year, roundId])).toEqual([[2024, older.roundId]]);
  });
});

it('keeps the words that a round did not take readable for their writer, after it closed and when the next one is open', async () => {
  const first = await openRound(test);
  const [one] = await assignmentsOf(test, first, department);
  const words = reporting(test, reporter, { roundId: first.roundId, assignmentId: one?.id ?? '' });
  expect((await words.saveDraft(draftOf(0, 'Kesken jäi.'))).statusCode).toBe(200);
  const unsentOf = async (who = reporter, query = {}) =>
    (await formsOf(who, query)).flatMap(({ rows }) => rows.flatMap(({ unsent }) => unsent));
  expect(await unsentOf()).toEqual([]);
  await close(first.roundId);
  const kept = { round: { fi: expect.stringMatching(/^Testikierros/) }, note: 'Kesken jäi.', isAwaited: false };
  expect(await unsentOf()).toMatchObject([kept]);
  await openRound(test);
  expect(await unsentOf()).toMatchObject([kept]);
  expect(await unsentOf(coordinator, { department })).toEqual([]);
});

describe('an older round open again beside a newer open one', () => {
  let older: OpenedRound;
  let newer: OpenedRound;
  let own: Awaited<ReturnType<typeof assignmentsOf>>;
  beforeEach(async () => {
    older = await openRound(test, { opensAt: inDays(-60), closesAt: inDays(-40) });
    own = await assignmentsOf(test, older, department);
    await close(older.roundId);
    newer = await openRound(test, { opensAt: inDays(-7), closesAt: inDays(1) });
  });

  const by = (round: OpenedRound, nth: number) =>
    reporting(test, reporter, { roundId: round.roundId, assignmentId: own[nth]?.id ?? '' });
  const measureOf = async (nth: number) =>
    (await test.app.inject(`${kouvola}/measures/${own[nth]?.code}`)).json<MeasureDetail>();
  const lightOf = async (nth: number) =>
    (await measureOf(nth)).assignments.find((one) => one.department.slug === department)?.note?.fi;

  it('lists the older first for its department alone, and once the reopening has ended only the newer', async () => {
    const { id } = await reopen(older.roundId);
    const forms = await formsOf(reporter);
    expect(forms.map(({ round, lock }) => [round?.id, lock?.isOpen === true && lock.isReopened])).toEqual([
      [older.roundId, true],
      [newer.roundId, false],
    ]);
    const schools = await formsOf(coordinator, { department: 'perusopetus' });
    expect(schools.map(({ round }) => round?.id)).toEqual([newer.roundId]);
    expect((await formsOf(coordinator, { department })).map(({ round }) => round?.id)).toEqual([
      older.roundId,
      newer.roundId,
    ]);
    const params = { slug: 'kouvola', roundId: older.roundId, id };
    await ask(test, coordinator, roundManageApi.closeReopening, { params });
    expect((await formsOf(reporter)).map(({ round }) => round?.id)).toEqual([newer.roundId]);
  });

  it('shows the reopened round once where it is the current one, and the other departments theirs', async () => {
    await deleteRounds(test, { id: newer.roundId });
    await reopen(older.roundId);
    expect(await namesOf(reporter)).toEqual([[2024, older.roundId, own.length]]);
    expect((await formsOf(reporter))[0]?.lock).toMatchObject({ isOpen: true, isReopened: true });
    const [schools] = await formsOf(coordinator, { department: 'perusopetus' });
    expect(schools?.lock).toMatchObject({ isOpen: false, why: 'closed' });
  });

  it('changes the light only where there is no later answer, and says that it was given afterwards', async () => {
    await by(newer, 0).submit(answerOf(0, 'Uudempi.'));
    await reopen(older.roundId);
    await by(older, 0).submit(answerOf(0, 'Jälkikäteen.'));
    await by(older, 1).submit(answerOf(0, 'Jälkikäteen.'));
    expect([await lightOf(0), await lightOf(1)]).toEqual(['Uudempi.', 'Jälkikäteen.']);
    const { history } = await measureOf(0);
    const answers = history.slice(0, 2).map(({ answers: all }) => all.find((one) => one.department === department));
    expect(answers.map((answer) => [answer?.note?.fi, answer?.isAfterwards])).toEqual([
      ['Uudempi.', false],
      ['Jälkikäteen.', true],
    ]);
  });

  it('leaves later snapshots as they are', async () => {
    await by(newer, 0).submit(answerOf(0, 'Uudempi.'));
    const { frozen } = await close(newer.roundId);
    const { id } = await reopen(older.roundId);
    await by(older, 0).submit(answerOf(0, 'Jälkikäteen.'));
    await by(older, 1).submit(answerOf(0, 'Jälkikäteen.'));
    await ask(test, coordinator, roundManageApi.closeReopening, {
      params: { slug: 'kouvola', roundId: older.roundId, id },
    });
    const snapshots = await test.db.roundSnapshot.findMany({ where: { roundId: newer.roundId } });
    expect(snapshots.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([frozen?.hash]);
    expect(await test.db.roundSnapshot.count({ where: { roundId: older.roundId } })).toBe(2);
  });

  it('confirms the rest of the form of that round alone', async () => {
    await reopen(older.roundId);
    const [form] = await formsOf(reporter);
    const rows = form?.rows.filter(({ previous }) => previous && previous.progress !== 'not_started') ?? [];
    const answer = await ask(test, reporter, reportWriteApi.confirmRest, {
      params: { roundId: older.roundId, department },
      body: { assignments: rows.map(({ assignmentId }) => ({ assignmentId, version: 0 })), onBehalfOf: null },
    });
    expect(answer.statusCode).toBe(200);
    const [again, open] = await formsOf(reporter);
    expect(again?.counts).toMatchObject({ late: rows.length });
    expect(open?.counts).toMatchObject({ missing: own.length });
  });
});
