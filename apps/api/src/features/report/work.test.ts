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

const placeOf = (nth = 0) => ({ roundId: round.roundId, assignmentId: ids[nth] ?? '' });
const by = (who: SignedIn, nth = 0) => reporting(test, who, placeOf(nth));
const step = (approvalStep: boolean) =>
  test.db.municipality.update({ where: { id: round.municipalityId }, data: { approvalStep } });
const setRound = (state: 'open' | 'closed') => test.db.round.update({ where: { id: round.roundId }, data: { state } });
const draftFrom = (answer: { statusCode: number; json: <T>() => T }): Draft => {
  expect(answer.statusCode).toBe(200);
  return reportWriteApi.saveDraft.response.parse(answer.json());
};

describe('what is being written', () => {
  it('is one’s own: two people never touch each other’s, and an answer ends only its writer’s', async () => {
    for (let version = 0; version < 3; version += 1) {
      const [mine, theirs] = await Promise.all([
        by(reporter).saveDraft(draftOf(version, `minun ${version}`)),
        by(colleague).saveDraft(draftOf(version, `toisen ${version}`)),
      ]);
      expect([draftFrom(mine).note, draftFrom(theirs).note]).toEqual([`minun ${version}`, `toisen ${version}`]);
    }
    expect((await by(reporter).submit(answerOf(0, 'vastaus'))).statusCode).toBe(200);
    const left = await test.db.reportDraft.findMany({ where: placeOf() });
    expect(left.map(({ authorId, note, version }) => [authorId, note, version])).toEqual([
      [colleague.userId, 'toisen 2', 3],
    ]);
    expect((await by(colleague).deleteDraft()).statusCode).toBe(200);
    expect((await by(colleague).deleteDraft()).statusCode).toBe(200);
    expect(await test.db.reportDraft.count({ where: placeOf() })).toBe(0);
  });

  it('is kept as typed, whatever could not be sent', async () => {
    const typed = { evidence: ' ', figures: { 'ei-ole': '2 0' }, onBehalfOf: ' x', progress: 'done' };
    expect(draftFrom(await by(reporter).saveDraft(draftOf(0, ' kesken…\n', typed)))).toMatchObject({
      note: ' kesken…\n',
      ...typed,
    });
  });

  it('from another window is not covered; the same again is kept once', async () => {
    draftFrom(await by(reporter).saveDraft(draftOf(0, 'a')));
    expect(draftFrom(await by(reporter).saveDraft(draftOf(0, 'a'))).version).toBe(1);
    const { current } = expectProblem(await by(reporter).saveDraft(draftOf(0, 'b')), 'conflict');
    expect(current).toMatchObject({ note: 'a', version: 1 });
    expect(draftFrom(await by(reporter).saveDraft(draftOf(1, 'b'))).version).toBe(2);
  });

  it('is one statement beside who asks, and waits for nobody who writes in the plan', async () => {
    await test.db.$transaction(async (tx) => {
      await tx.plan.update({ where: { id: round.planId }, data: { revision: { increment: 1 } } });
      const { statements } = await countStatements(async () => {
        draftFrom(await by(reporter).saveDraft(draftOf(0, 'a')));
      });
      expect(statements.filter((text) => /"?(ReportDraft|Round|AuditEntry)"?/.test(text))).toHaveLength(1);
    });
  });

  it('is kept with that of others in few statements, and each is answered for itself', async () => {
    const outsider = await signIn(test, { role: 'reporter', department: 'perusopetus' });
    const foreign = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
    const nobody = { headers: { ...reporter.headers, cookie: 'vointi=none' } } as SignedIn;
    const places = ids.slice(0, 10).map((_, nth) => nth);
    const { result, statements } = await countStatements(() =>
      Promise.all(
        places.map((nth) =>
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
    const kept = await test.db.reportDraft.findMany({ where: { roundId: round.roundId } });
    for (const [nth, [mine, theirs, again, outside, afar, none]] of result.entries()) {
      expect(draftFrom(theirs).note).toBe(`toisen ${nth}`);
      expectProblem(outside, 'not_found');
      expectProblem(afar, 'not_found');
      expectProblem(none, 'unauthenticated');
      // Which of one's own two came first, the other has its turn after it: what was kept is what was told to be.
      expect(again.statusCode === 200 || mine.statusCode === 200).toBe(true);
      const own = kept.find((row) => row.authorId === reporter.userId && row.assignmentId === ids[nth]);
      const told = [mine, again].filter(({ statusCode }) => statusCode === 200).map((one) => draftFrom(one));
      expect(told.toSorted((a, b) => a.version - b.version).at(-1)).toMatchObject({
        note: own?.note,
        version: own?.version,
      });
    }
    expect(kept).toHaveLength(2 * places.length);
    const saves = statements.filter((text) => text.includes('insert into "ReportDraft"'));
    expect(saves.length).toBeLessThan(3 * places.length);
    const lookups = statements.filter((text) => text.includes('from unnest') && text.includes('"Session"'));
    expect(lookups.length).toBeLessThan(6 * places.length);
  });

  it('cannot be added to when the round is closed', async () => {
    await setRound('closed');
    const { current } = expectProblem(await by(reporter).saveDraft(draftOf(0, 'a')), 'locked');
    expect(current).toMatchObject({ lock: { isOpen: false, why: 'closed' } });
    await setRound('open');
  });
});

describe('the rest as before', () => {
  const confirm = async (assignments: object[], who = reporter) =>
    ask(test, who, reportWriteApi.confirmRest, {
      params: { roundId: round.roundId, department },
      body: { assignments, onBehalfOf: null } as never,
    });
  const all = () => ids.map((assignmentId) => ({ assignmentId, version: 0 }));

  it('confirms all that can be, names what cannot, and is the same when sent again', async () => {
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

  it('costs as many statements for many as for one', async () => {
    const cost = async (assignments: object[]) => (await countStatements(() => confirm(assignments))).statements.length;
    const many = await cost(all());
    await test.db.report.deleteMany({ where: { roundId: round.roundId } });
    expect(await cost(all().slice(0, 1).concat(all().slice(3, 4)))).toBe(many);
  });

  it('is of one department: another’s assignment among them is not found, and nothing is written', async () => {
    const [foreign] = await assignmentsOf(test, round, 'perusopetus');
    const answer = await confirm([...all(), { assignmentId: foreign?.id, version: 0 }]);
    expectProblem(answer, 'not_found');
    expect(await test.db.report.count({ where: { roundId: round.roundId } })).toBe(0);
  });
});

describe('with the step of approval', () => {
  beforeAll(() => step(true));
  afterAll(() => step(false));

  const sent = async (): Promise<Draft> => {
    const row = (await by(reporter).submit(answerOf(0, 'lähetetty'))).json<ReportedRow>();
    expect(row).toMatchObject({ state: 'missing', report: null, draft: { note: 'lähetetty' } });
    return row.draft as Draft;
  };

  it('waits, and becomes the answer of its author, dated when it was sent', async () => {
    const draft = await sent();
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
    const [revision] = await revisionsOf(test, placeOf());
    expect(revision).toMatchObject({ authorId: reporter.userId, approverId: approver.userId });
    expect(await test.db.reportDraft.count({ where: placeOf() })).toBe(0);
    expectProblem(await by(approver).approve(body), 'conflict');
  });

  it('given back with a word, it is its author’s again', async () => {
    const draft = await sent();
    const body = { decision: 'return', draftId: draft.id, version: draft.version, comment: 'Mistä luku on?' };
    expect((await by(approver).approve(body)).json<ReportedRow>()).toMatchObject({ report: null, draft: null });
    expect(await test.db.reportDraft.findFirstOrThrow({ where: placeOf() })).toMatchObject({
      sentAt: null,
      version: 2,
    });
    expect(await test.db.reportComment.findFirstOrThrow({ where: placeOf() })).toMatchObject({
      text: 'Mistä luku on?',
    });
  });

  it('what was written on or answered since is not approved as it was read', async () => {
    const draft = await sent();
    const body = { decision: 'approve', draftId: draft.id, version: draft.version };
    draftFrom(await by(reporter).saveDraft(draftOf(draft.version, 'lähetetty, ja vielä')));
    expectProblem(await by(approver).approve(body), 'conflict');
    expect(await revisionsOf(test, placeOf())).toEqual([]);
    await by(reporter).submit(answerOf(0, 'lähetetty taas'));
    expect((await by(approver).submit(answerOf(0, 'hyväksyjän oma'))).statusCode).toBe(200);
    const { current } = expectProblem(await by(approver).approve({ ...body, version: 3 }), 'conflict');
    expect(current).toMatchObject({ report: { note: { fi: 'hyväksyjän oma' } }, draft: { note: 'lähetetty taas' } });
  });

  const approval = ({ id: draftId, version }: Draft) => ({ decision: 'approve', draftId, version });

  it('a figure that another department gave since is not covered, and is again the sender’s to look at', async () => {
    const { municipalityId } = round;
    const { measureId } = await test.db.assignment.findUniqueOrThrow({ where: { id: ids[0] ?? '' } });
    const indicator = await test.db.indicator.findFirstOrThrow({ where: { municipalityId, kind: 'number' } });
    await test.db.measureIndicator.deleteMany({ where: { measureId } });
    await test.db.measureIndicator.create({ data: { municipalityId, measureId, indicatorId: indicator.id, order: 0 } });
    const of = { indicatorId: indicator.id, period: '2024' };
    await test.db.indicatorValue.deleteMany({ where: of });
    const send = async (version: number, value: number) => {
      const figures = [{ indicator: indicator.slug, version, kind: 'number', value }];
      return (await by(reporter).submit(answerOf(0, 'luku', { figures }))).json<ReportedRow>().draft as Draft;
    };
    const draft = await send(0, 350);
    const value = { ...of, municipalityId, kind: 'number' as const, order: 0, area: 'municipality' as const };
    await test.db.indicatorValue.create({ data: { ...value, number: 312, version: 1 } });
    const { current } = expectProblem(await by(approver).approve(approval(draft)), 'conflict');
    expect(current).toMatchObject({ figures: [{ value: { value: 312 }, version: 1 }], draft: { note: 'luku' } });
    expect(Number((await test.db.indicatorValue.findFirstOrThrow({ where: of })).number)).toBe(312);
    expect(await revisionsOf(test, placeOf())).toEqual([]);
    // The same number again, from the value as it is now, is another sending.
    const again = await send(1, 350);
    expect(again.version).toBe(draft.version + 1);
    expect((await by(approver).approve(approval(again))).statusCode).toBe(200);
    expect(Number((await test.db.indicatorValue.findFirstOrThrow({ where: of })).number)).toBe(350);
  });

  it('"ei muutosta" is approved as what its sender saw, or not at all', async () => {
    const earlier = await test.db.report.findFirstOrThrow({
      where: { assignmentId: ids[3] ?? '', roundId: { not: round.roundId }, progress: { not: null } },
    });
    const say = (note: object) => test.db.report.update({ where: { id: earlier.id }, data: { note } });
    await say({ fi: 'Ennallaan', sv: 'Som förr' });
    const confirmation = { kind: 'confirm', version: 0, onBehalfOf: null };
    const draft = (await by(reporter, 3).submit(confirmation)).json<ReportedRow>().draft as Draft;
    await say({ fi: 'Oikaistu kierroksen avauduttua uudelleen' });
    expectProblem(await by(approver, 3).approve(approval(draft)), 'conflict');
    expect(await revisionsOf(test, placeOf(3))).toEqual([]);
    await say({ fi: 'Ennallaan', sv: 'Som förr' });
    const approved = (await by(approver, 3).approve(approval(draft))).json<ReportedRow>();
    expect(approved.report).toMatchObject({ confirmed: true, note: { fi: 'Ennallaan', sv: 'Som förr' } });
  });
});

it('a visit and a comment are of one’s own department', async () => {
  const params = { roundId: round.roundId, department };
  const visit = (who: SignedIn) => ask(test, who, reportWriteApi.visit, { params });
  expect((await visit(reporter)).statusCode).toBe(200);
  expect((await visit(reporter)).statusCode).toBe(200);
  expect(await test.db.reportVisit.count({ where: { roundId: round.roundId, userId: reporter.userId } })).toBe(1);
  expectProblem(await visit(await signIn(test, { role: 'reporter', department: 'perusopetus' })), 'not_found');
  expect((await by(reporter).comment('Kysymys')).json()).toMatchObject({ text: 'Kysymys', isOwn: true });
});
