import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '@vointi/shared/report/contract.ts';
import { type ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { ask } from '../../testing/ask.ts';
import { countStatements } from '../../testing/count-statements.ts';
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
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.report.deleteMany({ where: { roundId: round.roundId } });
  await test.db.reportDraft.deleteMany({ where: { roundId: round.roundId } });
});

const keyOf = (nth = 0) => ({ roundId: round.roundId, assignmentId: ids[nth] ?? '' });
const by = (who: SignedIn, nth = 0) => reporting(test, who, keyOf(nth));
const step = (approvalStep: boolean) =>
  test.db.municipality.update({ where: { id: round.municipalityId }, data: { approvalStep } });
const setRound = (state: 'open' | 'closed') => test.db.round.update({ where: { id: round.roundId }, data: { state } });
const draftFrom = (answer: { statusCode: number; json: <T>() => T }): Draft => {
  expect(answer.statusCode).toBe(200);
  return reportWriteApi.saveDraft.response.parse(answer.json());
};

describe('a draft', () => {
  it('belongs to its writer: two people never change each other’s, and an answer deletes only its writer’s', async () => {
    for (let version = 0; version < 3; version += 1) {
      const [mine, theirs] = await Promise.all([
        by(reporter).saveDraft(draftOf(version, `minun ${version}`)),
        by(colleague).saveDraft(draftOf(version, `toisen ${version}`)),
      ]);
      expect([draftFrom(mine).note, draftFrom(theirs).note]).toEqual([`minun ${version}`, `toisen ${version}`]);
    }
    expect((await by(reporter).submit(answerOf(0, 'vastaus'))).statusCode).toBe(200);
    const left = await test.db.reportDraft.findMany({ where: keyOf() });
    expect(left.map(({ authorId, note, version }) => [authorId, note, version])).toEqual([
      [colleague.userId, 'toisen 2', 3],
    ]);
    expect((await by(colleague).deleteDraft()).statusCode).toBe(200);
    expect((await by(colleague).deleteDraft()).statusCode).toBe(200);
    expect(await test.db.reportDraft.count({ where: keyOf() })).toBe(0);
  });

  it('keeps the text as typed, even when it could not be sent', async () => {
    const content = { evidence: ' ', figures: { 'ei-ole': '2 0' }, onBehalfOf: ' x', progress: 'done' };
    expect(draftFrom(await by(reporter).saveDraft(draftOf(0, ' kesken…\n', content)))).toMatchObject({
      note: ' kesken…\n',
      ...content,
    });
  });

  it('refuses to overwrite a draft of another window, and saves the same text once', async () => {
    draftFrom(await by(reporter).saveDraft(draftOf(0, 'a')));
    expect(draftFrom(await by(reporter).saveDraft(draftOf(0, 'a'))).version).toBe(1);
    const { current } = expectProblem(await by(reporter).saveDraft(draftOf(0, 'b')), 'conflict');
    expect(current).toMatchObject({ note: 'a', version: 1 });
    expect(draftFrom(await by(reporter).saveDraft(draftOf(1, 'b'))).version).toBe(2);
  });

  it('takes one statement besides the session’s, and waits for no writer in the plan', async () => {
    await test.db.$transaction(async (tx) => {
      await tx.plan.update({ where: { id: round.planId }, data: { revision: { increment: 1 } } });
      const { statements } = await countStatements(async () => {
        draftFrom(await by(reporter).saveDraft(draftOf(0, 'a')));
      });
      expect(statements.filter((text) => /"?(ReportDraft|Round|AuditEntry)"?/.test(text))).toHaveLength(1);
    });
  });

  it('shares statements with drafts of others, and answers each request by itself', async () => {
    const outsider = await signIn(test, { role: 'reporter', department: 'perusopetus' });
    const foreign = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
    const nobody = { headers: { ...reporter.headers, cookie: 'vointi=none' } } as SignedIn;
    const indexes = ids.slice(0, 10).map((_, nth) => nth);
    const { result, statements } = await countStatements(() =>
      Promise.all(
        indexes.map((nth) =>
          Promise.all([
            by(reporter, nth).saveDraft(draftOf(0, `minun ${nth}`)),
            by(colleague, nth).saveDraft(draftOf(0, `toisen ${nth}`)),
            by(reporter, nth).saveDraft(draftOf(1, `minun ${nth}, vielä`)),
            by(outsider, nth).saveDraft(draftOf(0, 'x')),
            by(foreign, nth).saveDraft(draftOf(0, 'x')),
            by(nobody, nth).saveDraft(draftOf(0, 'x')),
          ]),
        ),
      ),
    );
    const stored = await test.db.reportDraft.findMany({ where: { roundId: round.roundId } });
    for (const [nth, [mine, theirs, again, outside, afar, none]] of result.entries()) {
      expect(draftFrom(theirs).note).toBe(`toisen ${nth}`);
      expectProblem(outside, 'not_found');
      expectProblem(afar, 'not_found');
      expectProblem(none, 'unauthenticated');
      // Either of a writer's two requests may come first. The row holds the later draft that was answered with 200.
      expect(again.statusCode === 200 || mine.statusCode === 200).toBe(true);
      const own = stored.find((row) => row.authorId === reporter.userId && row.assignmentId === ids[nth]);
      const saved = [mine, again].filter(({ statusCode }) => statusCode === 200).map((one) => draftFrom(one));
      expect(saved.toSorted((a, b) => a.version - b.version).at(-1)).toMatchObject({
        note: own?.note,
        version: own?.version,
      });
    }
    expect(stored).toHaveLength(2 * indexes.length);
    const saves = statements.filter((text) => text.includes('insert into "ReportDraft"'));
    expect(saves.length).toBeLessThan(3 * indexes.length);
    const lookups = statements.filter((text) => text.includes('from unnest') && text.includes('"Session"'));
    expect(lookups.length).toBeLessThan(6 * indexes.length);
  });

  it('refuses a draft when the round is closed', async () => {
    await setRound('closed');
    const { current } = expectProblem(await by(reporter).saveDraft(draftOf(0, 'a')), 'locked');
    expect(current).toMatchObject({ lock: { isOpen: false, why: 'closed' } });
    await setRound('open');
  });
});

describe('confirming the rest', () => {
  const confirm = async (assignments: object[], who = reporter) =>
    ask(test, who, reportWriteApi.confirmRest, {
      params: { roundId: round.roundId, department },
      body: { assignments, onBehalfOf: null } as never,
    });
  const all = () => ids.map((assignmentId) => ({ assignmentId, version: 0 }));

  it('confirms what it can, names what it cannot, and does the same when sent again', async () => {
    expect((await by(colleague, 0).submit(answerOf(0, 'juuri nyt'))).statusCode).toBe(200);
    await test.db.report.deleteMany({ where: { assignmentId: ids[1] ?? '' } });
    await test.db.report.updateMany({
      where: { assignmentId: ids[2] ?? '' },
      data: { progress: 'not_started', note: { fi: 'x' } },
    });
    const first = (await confirm(all())).json<{
      rows: ReportedRow[];
      skipped: { assignmentId: string; why: string }[];
    }>();
    expect(reportWriteApi.confirmRest.response.parse(first)).toEqual(first);
    const whyOf = (id: string | undefined) => first.skipped.find(({ assignmentId }) => assignmentId === id)?.why;
    expect([whyOf(ids[0]), whyOf(ids[1]), whyOf(ids[2])]).toEqual(['changed', 'never_answered', undefined]);
    expect(first.rows.length + first.skipped.length).toBe(ids.length);
    expect(first.rows.every(({ state, report }) => state === 'confirmed' && report?.confirmed)).toBe(true);
    const before = await test.db.reportRevision.count();
    const again = (await confirm(all())).json<typeof first>();
    expect(again.rows.map(({ assignmentId }) => assignmentId).toSorted()).toEqual(
      first.rows.map(({ assignmentId }) => assignmentId).toSorted(),
    );
    expect(await test.db.reportRevision.count()).toBe(before);
  });

  it('takes as many statements for many as for one', async () => {
    const cost = async (assignments: object[]) => (await countStatements(() => confirm(assignments))).statements.length;
    const many = await cost(all());
    await test.db.report.deleteMany({ where: { roundId: round.roundId } });
    expect(await cost(all().slice(0, 1).concat(all().slice(3, 4)))).toBe(many);
  });

  it('refuses an assignment of another department with 404, and writes nothing', async () => {
    const [foreign] = await assignmentsOf(test, round, 'perusopetus');
    const answer = await confirm([...all(), { assignmentId: foreign?.id, version: 0 }]);
    expectProblem(answer, 'not_found');
    expect(await test.db.report.count({ where: { roundId: round.roundId } })).toBe(0);
  });
});

describe('with the step of approval', () => {
  beforeAll(() => step(true));
  afterAll(() => step(false));

  const send = async (): Promise<Draft> => {
    const row = (await by(reporter).submit(answerOf(0, 'lähetetty'))).json<ReportedRow>();
    expect(row).toMatchObject({ state: 'missing', report: null, draft: { note: 'lähetetty' } });
    return row.draft as Draft;
  };

  it('holds the answer until it is approved, then dates it when its author sent it', async () => {
    const draft = await send();
    expect((await by(reporter).submit(answerOf(0, 'lähetetty'))).json<ReportedRow>().draft?.version).toBe(
      draft.version,
    );
    expectProblem(await by(colleague).approve({ decision: 'approve', draftId: draft.id, version: 1 }), 'forbidden');
    const body = { decision: 'approve', draftId: draft.id, version: draft.version };
    const approved = (await by(approver).approve(body)).json<ReportedRow>();
    expect(approved).toMatchObject({
      state: 'answered',
      draft: null,
      report: { note: { fi: 'lähetetty' }, author: reporter.displayName, reportedAt: draft.sentAt },
    });
    const [revision] = await revisionsOf(test, keyOf());
    expect(revision).toMatchObject({ authorId: reporter.userId, approverId: approver.userId });
    expect(await test.db.reportDraft.count({ where: keyOf() })).toBe(0);
    expectProblem(await by(approver).approve(body), 'conflict');
  });

  it('returns the draft to its author with a comment', async () => {
    const draft = await send();
    const body = { decision: 'return', draftId: draft.id, version: draft.version, comment: 'Mistä luku on?' };
    expect((await by(approver).approve(body)).json<ReportedRow>()).toMatchObject({ report: null, draft: null });
    expect(await test.db.reportDraft.findFirstOrThrow({ where: keyOf() })).toMatchObject({
      sentAt: null,
      version: 2,
    });
    expect(await test.db.reportComment.findFirstOrThrow({ where: keyOf() })).toMatchObject({
      text: 'Mistä luku on?',
    });
  });

  it('refuses to approve a draft that was edited or answered since the approver read it', async () => {
    const draft = await send();
    const body = { decision: 'approve', draftId: draft.id, version: draft.version };
    draftFrom(await by(reporter).saveDraft(draftOf(draft.version, 'lähetetty, ja vielä')));
    expectProblem(await by(approver).approve(body), 'conflict');
    expect(await revisionsOf(test, keyOf())).toEqual([]);
    await by(reporter).submit(answerOf(0, 'lähetetty taas'));
    expect((await by(approver).submit(answerOf(0, 'hyväksyjän oma'))).statusCode).toBe(200);
    const { current } = expectProblem(await by(approver).approve({ ...body, version: 3 }), 'conflict');
    expect(current).toMatchObject({ report: { note: { fi: 'hyväksyjän oma' } }, draft: { note: 'lähetetty taas' } });
  });

  const approval = ({ id: draftId, version }: Draft) => ({ decision: 'approve', draftId, version });

  it('refuses to overwrite a figure that another department wrote since, until its author sends again', async () => {
    const { municipalityId } = round;
    const { measureId } = await test.db.assignment.findUniqueOrThrow({ where: { id: ids[0] ?? '' } });
    const indicator = await test.db.indicator.findFirstOrThrow({ where: { municipalityId, kind: 'number' } });
    await test.db.measureIndicator.deleteMany({ where: { measureId } });
    await test.db.measureIndicator.create({ data: { municipalityId, measureId, indicatorId: indicator.id, order: 0 } });
    const of = { indicatorId: indicator.id, period: '2024' };
    await test.db.indicatorValue.deleteMany({ where: of });
    const sendFigure = async (version: number, value: number) => {
      const figures = [{ indicator: indicator.slug, version, kind: 'number', value }];
      return (await by(reporter).submit(answerOf(0, 'luku', { figures }))).json<ReportedRow>().draft as Draft;
    };
    const draft = await sendFigure(0, 350);
    const value = { ...of, municipalityId, kind: 'number' as const, order: 0, area: 'municipality' as const };
    await test.db.indicatorValue.create({ data: { ...value, number: 312, version: 1 } });
    const { current } = expectProblem(await by(approver).approve(approval(draft)), 'conflict');
    expect(current).toMatchObject({ figures: [{ value: { value: 312 }, version: 1 }], draft: { note: 'luku' } });
    expect(Number((await test.db.indicatorValue.findFirstOrThrow({ where: of })).number)).toBe(312);
    expect(await revisionsOf(test, keyOf())).toEqual([]);
    // The same number, based on the current value, counts as a new submission.
    const again = await sendFigure(1, 350);
    expect(again.version).toBe(draft.version + 1);
    expect((await by(approver).approve(approval(again))).statusCode).toBe(200);
    expect(Number((await test.db.indicatorValue.findFirstOrThrow({ where: of })).number)).toBe(350);
  });

  it('approves "ei muutosta" only as the answer that its sender saw', async () => {
    const earlier = await test.db.report.findFirstOrThrow({
      where: { assignmentId: ids[3] ?? '', roundId: { not: round.roundId }, progress: { not: null } },
    });
    const say = (note: object) => test.db.report.update({ where: { id: earlier.id }, data: { note } });
    await say({ fi: 'Ennallaan', sv: 'Som förr' });
    const confirmation = { kind: 'confirm', version: 0, onBehalfOf: null };
    const draft = (await by(reporter, 3).submit(confirmation)).json<ReportedRow>().draft as Draft;
    await say({ fi: 'Oikaistu kierroksen avauduttua uudelleen' });
    expectProblem(await by(approver, 3).approve(approval(draft)), 'conflict');
    expect(await revisionsOf(test, keyOf(3))).toEqual([]);
    await say({ fi: 'Ennallaan', sv: 'Som förr' });
    const approved = (await by(approver, 3).approve(approval(draft))).json<ReportedRow>();
    expect(approved.report).toMatchObject({ confirmed: true, note: { fi: 'Ennallaan', sv: 'Som förr' } });
  });
});

it('takes visits and comments for the own department only', async () => {
  const params = { roundId: round.roundId, department };
  const visit = (who: SignedIn) => ask(test, who, reportWriteApi.visit, { params });
  expect((await visit(reporter)).statusCode).toBe(200);
  expect((await visit(reporter)).statusCode).toBe(200);
  expect(await test.db.reportVisit.count({ where: { roundId: round.roundId, userId: reporter.userId } })).toBe(1);
  expectProblem(await visit(await signIn(test, { role: 'reporter', department: 'perusopetus' })), 'not_found');
  expect((await by(reporter).comment('Kysymys')).json()).toMatchObject({ text: 'Kysymys', isOwn: true });
});
