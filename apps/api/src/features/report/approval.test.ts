import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Draft, type Reporting, reportApi } from '@vointi/shared/report/contract.ts';
import { type ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { roundManageApi, type RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { assignmentsOf, openRound, type OpenedRound } from '../../testing/open-round.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, draftOf, reporting, revisionsOf } from './testing.ts';

const department = 'nuorisopalvelut';
let test: TestApp;
let round: OpenedRound;
let reporter: SignedIn;
let colleague: SignedIn;
let approver: SignedIn;
let ids: string[];
beforeAll(async () => {
  test = await startTestApp();
  round = await openRound(test);
  ids = (await assignmentsOf(test, round, department)).map(({ id }) => id);
  reporter = await signIn(test, { role: 'reporter', department });
  colleague = await signIn(test, { role: 'reporter', department });
  approver = await signIn(test, { role: 'approver', department });
  await test.db.municipality.update({ where: { id: round.municipalityId }, data: { approvalStep: true } });
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.report.deleteMany({ where: { roundId: round.roundId } });
  await test.db.reportDraft.deleteMany({ where: { roundId: round.roundId } });
});

const keyOf = (nth = 0) => ({ roundId: round.roundId, assignmentId: ids[nth] ?? '' });
const by = (who: SignedIn, nth = 0) => reporting(test, who, keyOf(nth));
const send = async (nth: number, note: string, who = reporter, more = {}): Promise<Draft> => {
  const answer = await by(who, nth).submit(answerOf(0, note, more));
  expect(answer.statusCode).toBe(200);
  return answer.json<ReportedRow>().draft as Draft;
};
const approve = (nth: number, { id: draftId, version }: Draft) =>
  by(approver, nth).approve({ decision: 'approve', draftId, version });
const named = (nth: number, { id: draftId, version }: Draft) => ({ assignmentId: ids[nth], draftId, version });
const approveAll = (drafts: object[], who = approver, slug = department) =>
  ask(test, who, reportWriteApi.approveAll, {
    params: { roundId: round.roundId, department: slug },
    body: { drafts } as never,
  });
type ApprovedAll = { rows: ReportedRow[]; skipped: { assignmentId: string; draftId: string; why: string }[] };
const approvedAll = async (drafts: object[]): Promise<ApprovedAll> => {
  const answer = await approveAll(drafts);
  expect(answer.statusCode).toBe(200);
  const result = answer.json<ApprovedAll>();
  expect(reportWriteApi.approveAll.response.parse(result)).toEqual(result);
  return result;
};
const formOf = async (who: SignedIn) => {
  const { desks } = (await ask(test, who, reportApi.list, { query: { department } })).json<Reporting>();
  return desks[0]!;
};
const notes = async (nth: number) =>
  (await revisionsOf(test, keyOf(nth))).map(({ note }) => (note as { fi: string }).fi);

describe('what waits for approval', () => {
  it('is a part of its own among the missing, on the form and on the round’s page', async () => {
    await send(0, 'a');
    await send(1, 'b');
    // A second answer to one row does not count twice, a change of a given answer is not missing.
    await send(1, 'b, toinen', colleague);
    expect((await by(approver, 2).submit(answerOf(0, 'annettu'))).statusCode).toBe(200);
    expect((await by(reporter, 2).submit(answerOf(1, 'muutos'))).statusCode).toBe(200);
    const { counts, rows } = await formOf(colleague);
    expect(counts).toMatchObject({ answered: 1, missing: ids.length - 1, waiting: 2, total: ids.length });
    expect(rows.slice(0, 4).map(({ waitingSince }) => waitingSince !== null)).toEqual([true, true, true, false]);
    const overview = await ask(test, await signIn(test, { role: 'coordinator' }), roundManageApi.get, {
      params: { slug: 'kouvola', roundId: round.roundId },
    });
    const page = roundManageApi.get.response.parse(overview.json<RoundOverview>());
    expect(page.counts.waiting).toBe(2);
    expect(page.departments.find((one) => one.department.slug === department)).toMatchObject({
      counts: { waiting: 2, missing: ids.length - 1 },
      awaitingApproval: 3,
    });
  });

  it('is never published under by "loput ennallaan", of a colleague’s or of the writer’s own answer', async () => {
    const earlier = await test.db.report.findMany({
      where: { assignmentId: { in: ids }, progress: { in: ['in_progress', 'done'] }, roundId: { not: round.roundId } },
      select: { assignmentId: true },
    });
    const [first = '', second = '', third = ''] = earlier.map(({ assignmentId }) => assignmentId);
    await send(ids.indexOf(first), 'kollegan', colleague);
    await send(ids.indexOf(second), 'oma');
    const confirm = async (who: SignedIn) => {
      const answer = await ask(test, who, reportWriteApi.confirmRest, {
        params: { roundId: round.roundId, department },
        body: {
          assignments: [first, second, third].map((assignmentId) => ({ assignmentId, version: 0 })),
          onBehalfOf: null,
        },
      });
      expect(answer.statusCode).toBe(200);
      return answer.json<ApprovedAll>();
    };
    for (const who of [approver, reporter]) {
      const { rows, skipped } = await confirm(who);
      expect(rows.map(({ assignmentId }) => assignmentId)).toEqual([third]);
      expect(skipped.map(({ assignmentId, why }) => [assignmentId, why]).toSorted()).toEqual(
        [
          [first, 'awaiting'],
          [second, 'awaiting'],
        ].toSorted(),
      );
      await test.db.report.deleteMany({ where: { roundId: round.roundId } });
    }
    const left = await test.db.reportDraft.findMany({ where: { roundId: round.roundId, sentAt: { not: null } } });
    expect(left.map(({ note }) => note)).toEqual(expect.arrayContaining(['kollegan', 'oma']));
    // The confirmation that was sent is not sent again, and is no reason to refuse.
    expect((await confirm(reporter)).rows.map(({ assignmentId }) => assignmentId)).toEqual([third]);
    expect(await test.db.reportDraft.count({ where: { roundId: round.roundId, confirmed: true } })).toBe(1);
  });
});

describe('a returned answer', () => {
  it('says when it was returned until it is sent again, also while its writer edits it', async () => {
    const { id: draftId, version } = await send(0, 'luonnos');
    const body = { decision: 'return', draftId, version, comment: 'Lisää päivä.' };
    expect((await by(approver).approve(body)).statusCode).toBe(200);
    const returned = (await formOf(reporter)).rows[0]?.draft;
    expect(returned).toMatchObject({ sentAt: null });
    expect(returned?.returnedAt).not.toBeNull();
    await by(reporter).saveDraft(draftOf(returned?.version ?? 0, 'luonnos 18.8.'));
    expect((await formOf(reporter)).rows[0]?.draft?.returnedAt).toBe(returned?.returnedAt);
    await send(0, 'luonnos 18.8.');
    expect((await formOf(reporter)).rows[0]?.draft).toMatchObject({ returnedAt: null, note: 'luonnos 18.8.' });
  });
});

describe('two answers that wait on one row', () => {
  it('lets only the newest be approved; the older can be returned', async () => {
    const older = await send(0, 'vanhempi');
    const newer = await send(0, 'uudempi', colleague);
    expectProblem(await approve(0, older), 'conflict');
    expect(await notes(0)).toEqual([]);
    expect((await approve(0, newer)).json<ReportedRow>()).toMatchObject({
      report: { note: { fi: 'uudempi' } },
      waitingSince: older.sentAt,
    });
    expectProblem(await approve(0, older), 'conflict');
    const body = { decision: 'return', draftId: older.id, version: older.version, comment: 'Ks. uudempi.' };
    expect((await by(approver).approve(body)).json<ReportedRow>()).toMatchObject({ waitingSince: null });
  });
});

describe('approving all', () => {
  it('approves in one go what can be approved, and tells of each other why not', async () => {
    const [one, two] = [await send(0, 'eka'), await send(1, 'toka')];
    const older = await send(2, 'vanhempi');
    const newer = await send(2, 'uudempi', colleague);
    const overtaken = await send(3, 'ohitettu');
    await by(approver, 3).submit(answerOf(0, 'suora vastaus'));
    const edited = await send(4, 'muokattu');
    await by(reporter, 4).saveDraft(draftOf(edited.version, 'muokattu taas'));
    const all = [named(0, one), named(1, two), named(2, older), named(2, newer), named(3, overtaken), named(4, edited)];
    const { rows, skipped } = await approvedAll(all);
    expect(rows.map(({ assignmentId, report }) => [assignmentId, report?.note?.fi])).toEqual([
      [ids[0], 'eka'],
      [ids[1], 'toka'],
      [ids[2], 'uudempi'],
    ]);
    expect(skipped.map(({ draftId, why }) => [draftId, why])).toEqual([
      [older.id, 'newer_waits'],
      [overtaken.id, 'overtaken'],
      [edited.id, 'gone'],
    ]);
    const [revision] = await revisionsOf(test, keyOf(2));
    expect(revision).toMatchObject({ authorId: colleague.userId, approverId: approver.userId });
    expect(await notes(3)).toEqual(['suora vastaus']);
    expect(await test.db.reportDraft.count({ where: { roundId: round.roundId } })).toBe(3);
    const audit = await test.db.auditEntry.findFirstOrThrow({
      where: { subject: `round:${round.roundId}`, action: 'report.approve' },
    });
    expect(audit.after).toMatchObject({ count: 3 });
    // Pressed twice: the second time there is nothing left to approve.
    const again = await approvedAll(all.slice(0, 2));
    expect(again.rows).toEqual([]);
    expect(again.skipped.map(({ why }) => why)).toEqual(['gone', 'gone']);
    expect(await notes(0)).toEqual(['eka']);
  });

  it('does not let a figure of one answer be overwritten by another’s that did not see it', async () => {
    const { municipalityId } = round;
    const indicator = await test.db.indicator.findFirstOrThrow({ where: { municipalityId, kind: 'number' } });
    const assignments = await test.db.assignment.findMany({ where: { id: { in: ids.slice(0, 3) } } });
    for (const { measureId } of assignments) {
      await test.db.measureIndicator.deleteMany({ where: { measureId } });
      await test.db.measureIndicator.create({
        data: { municipalityId, measureId, indicatorId: indicator.id, order: 0 },
      });
    }
    const of = { indicatorId: indicator.id, period: '2024' };
    await test.db.indicatorValue.deleteMany({ where: of });
    const figures = (value: number) => ({
      figures: [{ indicator: indicator.slug, version: 0, kind: 'number', value }],
    });
    const drafts = [
      await send(0, 'eka', reporter, figures(350)),
      await send(1, 'sama luku', reporter, figures(350)),
      await send(2, 'eri luku', reporter, figures(312)),
    ];
    const { rows, skipped } = await approvedAll(drafts.map((draft, nth) => named(nth, draft)));
    expect(rows.map(({ report }) => report?.note?.fi)).toEqual(['eka', 'sama luku']);
    expect(skipped.map(({ draftId, why }) => [draftId, why])).toEqual([[drafts[2]?.id, 'overtaken']]);
    expect(Number((await test.db.indicatorValue.findFirstOrThrow({ where: of })).number)).toBe(350);
  });

  it('is for the department’s approver, and for answers of that department alone', async () => {
    const draft = await send(0, 'odottaa');
    expectProblem(await approveAll([named(0, draft)], reporter), 'forbidden');
    const elsewhere = await signIn(test, { role: 'approver', department: 'perusopetus' });
    expectProblem(await approveAll([named(0, draft)], elsewhere), 'not_found');
    expectProblem(await approveAll([named(0, draft)], approver, 'perusopetus'), 'not_found');
    await test.db.round.update({ where: { id: round.roundId }, data: { state: 'closed' } });
    expectProblem(await approveAll([named(0, draft)]), 'locked');
    await test.db.round.update({ where: { id: round.roundId }, data: { state: 'open' } });
    expect(await notes(0)).toEqual([]);
  });
});
