import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { type ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { announcedPlans } from '../../testing/announced-plans.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { assignmentsOf, openRound, type OpenedRound } from '../../testing/open-round.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, confirmationOf, draftOf, reporting, revisionsOf } from './testing.ts';

let test: TestApp;
let round: OpenedRound;
let reporter: SignedIn;
let colleague: SignedIn;
let coordinator: SignedIn;
let ids: string[];
beforeAll(async () => {
  test = await startTestApp();
  round = await openRound(test);
  ids = (await assignmentsOf(test, round, 'nuorisopalvelut')).map(({ id }) => id);
  reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  colleague = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());

let at = -1;
let place: { roundId: string; assignmentId: string };
/** Each test has an assignment that nobody has answered for in this round, and that was green before. */
beforeEach(async () => {
  at += 1;
  const assignmentId = ids[at % ids.length] ?? '';
  place = { roundId: round.roundId, assignmentId };
  await test.db.report.deleteMany({ where: place });
  await test.db.reportDraft.deleteMany({ where: place });
  await test.db.report.deleteMany({ where: { assignmentId } });
  const { id: earlier } = await test.db.round.findFirstOrThrow({ where: { planId: round.planId, state: 'closed' } });
  await test.db.report.create({
    data: {
      municipalityId: round.municipalityId,
      roundId: earlier,
      assignmentId,
      progress: 'done',
      note: { fi: 'Valmis', sv: 'Klart' },
      evidence: { fi: 'Kirjattu' },
    },
  });
});

const by = (who: SignedIn) => reporting(test, who, place);
const rowOf = (answer: { statusCode: number; json: <T>() => T }): ReportedRow => {
  expect(answer.statusCode).toBe(200);
  const row = answer.json<ReportedRow>();
  expect(reportWriteApi.submit.response.parse(row)).toEqual(row);
  return row;
};
const staleRow = (answer: Parameters<typeof expectProblem>[0]): ReportedRow =>
  reportWriteApi.submit.response.parse(expectProblem(answer, 'conflict').current);

/** Two figures of the measure: a number, and a trend. */
async function addFigures(count = 2): Promise<{ slug: string; kind: string; id: string }[]> {
  const { measureId } = await test.db.assignment.findUniqueOrThrow({ where: { id: place.assignmentId } });
  const { municipalityId } = round;
  await test.db.measureIndicator.deleteMany({ where: { measureId } });
  const number = await test.db.indicator.findMany({ where: { municipalityId, kind: 'number' }, take: count - 1 });
  const trend = await test.db.indicator.findMany({ where: { municipalityId, kind: 'trend' }, take: 1 });
  const found = [...number, ...trend];
  await test.db.indicatorValue.deleteMany({
    where: { indicatorId: { in: found.map(({ id }) => id) }, period: '2024' },
  });
  await test.db.measureIndicator.createMany({
    data: found.map(({ id }, order) => ({ municipalityId, measureId, indicatorId: id, order })),
  });
  return found;
}

it('is the department’s answer from then on, with a revision, an audit row and the board', async () => {
  await by(reporter).saveDraft(draftOf(0, 'kesken'));
  const row = rowOf(await by(reporter).submit(answerOf(0, 'Etenee hyvin')));
  expect(row).toMatchObject({
    state: 'answered',
    draft: null,
    report: { version: 1, progress: 'in_progress', note: { fi: 'Etenee hyvin' }, author: reporter.displayName },
  });
  const [revision] = await revisionsOf(test, place);
  expect(revision).toMatchObject({ version: 1, note: { fi: 'Etenee hyvin' }, authorId: reporter.userId, figures: [] });
  expect(await test.db.reportDraft.count({ where: place })).toBe(0);
  const entry = await test.db.auditEntry.findFirstOrThrow({ where: { subject: `report:${revision?.reportId}` } });
  expect(entry).toMatchObject({ action: 'report.submit', actorId: reporter.userId });
  expect(JSON.stringify(entry)).not.toContain('Etenee');
  await expect
    .poll(async () => {
      const { goals } = (await test.app.inject(`${kouvola}/board`)).json<Board>();
      return JSON.stringify(goals).includes('Etenee hyvin');
    })
    .toBe(true);
});

it('costs as many statements with thirty figures as with one, eight at most', async () => {
  const figures = await addFigures(30);
  const given = figures.map(({ slug, kind }, nth) => ({
    indicator: slug,
    version: 0,
    kind,
    value: kind === 'number' ? nth : 'up',
  }));
  const one = await countStatements(() => by(reporter).submit(answerOf(0, 'a', { figures: given.slice(0, 1) })));
  const rest = given.slice(1);
  const all = await countStatements(() => by(reporter).submit(answerOf(1, 'b', { figures: rest })));
  expect([one.result.statusCode, all.result.statusCode]).toEqual([200, 200]);
  expect(all.statements).toHaveLength(one.statements.length);
  // Whoever asks is known by statements of their own, before any of it.
  const own = all.statements.slice(all.statements.findIndex((text) => text.includes('lock_shared')));
  expect(own.length).toBeLessThanOrEqual(8);
  const [, revision] = await revisionsOf(test, place);
  expect(revision?.figures).toHaveLength(29);
});

it('raises the revision of the plan and notifies of it within the statement that writes the answer', async () => {
  const revisionOf = async () => (await test.db.plan.findUniqueOrThrow({ where: { id: round.planId } })).revision;
  const before = await revisionOf();
  expect(await announcedPlans(test, () => by(reporter).submit(answerOf(0, 'valmis')))).toEqual([round.planId]);
  expect(await revisionOf()).toBe(before + 1);
});

it('sent twice is one answer; also at once, and also when another answered in the same words', async () => {
  const twice = await Promise.all([by(reporter), by(reporter)].map((one) => one.submit(answerOf(0, 'sama'))));
  expect(twice.map(rowOf).map(({ report }) => report?.version)).toEqual([1, 1]);
  expect(rowOf(await by(colleague).submit(answerOf(0, 'sama'))).report?.version).toBe(1);
  expect(await revisionsOf(test, place)).toHaveLength(1);
  // The answer to the first sending was lost, and the round has closed since: it is in.
  await test.db.round.update({ where: { id: round.roundId }, data: { state: 'closed' } });
  expect(rowOf(await by(reporter).submit(answerOf(0, 'sama'))).report?.version).toBe(1);
  const locked = expectProblem(await by(reporter).submit(answerOf(1, 'toinen')), 'locked');
  expect(locked.current).toMatchObject({ lock: { isOpen: false, why: 'closed' } });
  await test.db.round.update({ where: { id: round.roundId }, data: { state: 'open' } });
});

it('from a stale version is refused with what stands, and nothing of it is written', async () => {
  rowOf(await by(reporter).submit(answerOf(0, 'ensimmäinen')));
  const current = staleRow(await by(colleague).submit(answerOf(0, 'toinen')));
  expect(current.report).toMatchObject({ version: 1, note: { fi: 'ensimmäinen' }, author: reporter.displayName });
  expect(await revisionsOf(test, place)).toHaveLength(1);
  expect(rowOf(await by(colleague).submit(answerOf(1, 'toinen'))).report?.version).toBe(2);
});

it('of twenty who write at once, one is written and nineteen see it', async () => {
  const notes = Array.from({ length: 20 }, (_, nth) => `kirjoittaja ${nth}`);
  const answers = await Promise.all(notes.map((note) => by(reporter).submit(answerOf(0, note))));
  const won = answers.flatMap((answer, nth) => (answer.statusCode === 200 ? [notes[nth]] : []));
  expect(won).toHaveLength(1);
  const losers = answers.filter(({ statusCode }) => statusCode !== 200).map(staleRow);
  expect(losers.map(({ report }) => report?.note?.fi)).toEqual(Array.from({ length: 19 }, () => won[0]));
  expect(await revisionsOf(test, place)).toHaveLength(1);
});

it('twenty who each take what is new and write again lose nothing; by reading and then writing they do', async () => {
  const writers = Array.from({ length: 20 }, (_, nth) => `${nth}.`);
  const add = async (own: string) => {
    let seen = { version: 0, note: '' };
    for (;;) {
      const answer = await by(reporter).submit(answerOf(seen.version, seen.note + own));
      if (answer.statusCode === 200) return;
      const { report } = staleRow(answer);
      seen = { version: report?.version ?? 0, note: report?.note?.fi ?? '' };
    }
  };
  await Promise.all(writers.map(add));
  const stored = async () => ((await test.db.report.findFirstOrThrow({ where: place })).note as { fi: string }).fi;
  const lost = (text: string) =>
    writers.filter(
      (own) =>
        !text
          .split('.')
          .map((nth) => `${nth}.`)
          .includes(own),
    );
  expect(lost(await stored())).toEqual([]);
  expect(await revisionsOf(test, place)).toHaveLength(20);
  // The harness can fail: the same by writers who read and then write.
  await test.db.report.updateMany({ where: place, data: { note: { fi: '.' } } });
  await Promise.all(
    writers.map(async (own) => {
      const seen = await stored();
      await new Promise((done) => setTimeout(done, 5));
      await test.db.report.updateMany({ where: place, data: { note: { fi: seen + own } } });
    }),
  );
  expect(lost(await stored()).length).toBeGreaterThan(10);
});

it('asks why on red and on a fall, and for evidence or a figure on green that is new', async () => {
  const reasonOf = (answer: Parameters<typeof expectProblem>[0]) => {
    const [detail] = expectProblem(answer, 'invalid_request').details ?? [];
    return [detail?.path, detail?.reason];
  };
  expect(reasonOf(await by(reporter).submit(answerOf(0, null, { progress: 'not_started' })))).toEqual([
    'body.note',
    'reason_needed',
  ]);
  expect(reasonOf(await by(reporter).submit(answerOf(0, null)))).toEqual(['body.note', 'reason_needed']);
  await test.db.report.updateMany({
    where: { assignmentId: place.assignmentId },
    data: { progress: 'in_progress', note: { fi: 'Etenee', sv: 'Framskrider' } },
  });
  expect(reasonOf(await by(reporter).submit(answerOf(0, 'Valmis', { progress: 'done' })))).toEqual([
    'body.evidence',
    'evidence_needed',
  ]);
  const [number] = await addFigures();
  const figures = [{ indicator: number?.slug, version: 0, kind: 'number', value: 2050 }];
  expect(rowOf(await by(reporter).submit(answerOf(0, null, { progress: 'done', figures }))).report?.progress).toBe(
    'done',
  );
});

it('"ei muutosta" says again what was said last, in every language, and is dated', async () => {
  const row = rowOf(await by(reporter).submit(confirmationOf(0)));
  expect(row).toMatchObject({
    state: 'confirmed',
    report: {
      version: 1,
      progress: 'done',
      note: { fi: 'Valmis', sv: 'Klart' },
      evidence: { fi: 'Kirjattu' },
      confirmed: true,
    },
  });
  expect(rowOf(await by(reporter).submit(confirmationOf(0)))).toEqual(row);
  rowOf(await by(colleague).submit(answerOf(1, 'Sittenkin kesken')));
  expect(staleRow(await by(reporter).submit(confirmationOf(0))).report?.note?.fi).toBe('Sittenkin kesken');
  expect(rowOf(await by(reporter).submit(confirmationOf(2))).report).toMatchObject({ version: 3, confirmed: true });
  expect(rowOf(await by(reporter).submit(confirmationOf(2))).report?.version).toBe(3);
  await test.db.report.deleteMany({ where: { assignmentId: place.assignmentId } });
  const none = expectProblem(await by(reporter).submit(confirmationOf(0)), 'invalid_request');
  expect(none.details?.[0]?.reason).toBe('nothing_to_confirm');
});

it('writes figures with versions of their own, and covers none that somebody has changed', async () => {
  const [number, trend] = await addFigures();
  const figureOf = (version: number, value: number) => ({ indicator: number?.slug, version, kind: 'number', value });
  const first = await by(reporter).submit(
    answerOf(0, 'a', { figures: [figureOf(0, 5), { indicator: trend?.slug, version: 0, kind: 'trend', value: 'up' }] }),
  );
  expect(rowOf(first).figures).toEqual([
    { indicator: number?.slug, value: { kind: 'number', value: 5 }, version: 1 },
    { indicator: trend?.slug, value: { kind: 'trend', value: 'up' }, version: 1 },
  ]);
  const stale = staleRow(await by(reporter).submit(answerOf(1, 'b', { figures: [figureOf(0, 6)] })));
  expect(stale.figures[0]).toMatchObject({ value: { value: 5 }, version: 1 });
  expect(stale.report).toMatchObject({ version: 1, note: { fi: 'a' } });
  expect(rowOf(await by(reporter).submit(answerOf(1, 'b', { figures: [figureOf(1, 6)] }))).figures[0]?.version).toBe(2);
  expect((await revisionsOf(test, place)).map(({ figures }) => figures)).toMatchObject([
    [{ indicator: number?.slug, period: '2024', kind: 'number', value: 5 }, { value: 'up' }],
    [{ value: 6 }],
  ]);
  for (const bad of [
    { ...figureOf(2, 1), indicator: 'ei-ole' },
    { ...figureOf(2, 1), kind: 'trend', value: 'up' },
    figureOf(2, 1.2345678),
  ]) {
    expectProblem(await by(reporter).submit(answerOf(2, 'c', { figures: [bad] })), 'invalid_request');
  }
  const doubled = answerOf(2, 'c', { figures: [figureOf(2, 1), figureOf(2, 2)] });
  expectProblem(await by(reporter).submit(doubled), 'invalid_request');
});

it('of a colleague elsewhere says on whose behalf it is; nobody else’s is theirs to write', async () => {
  const asked = expectProblem(await by(coordinator).submit(answerOf(0, 'Soitettu')), 'invalid_request');
  expect(asked.details?.[0]).toMatchObject({ path: 'body.onBehalfOf', reason: 'on_behalf_of_needed' });
  const told = answerOf(0, 'Soitettu', { onBehalfOf: 'Nuorisopäällikkö' });
  expect(rowOf(await by(coordinator).submit(told)).report?.onBehalfOf).toBe('Nuorisopäällikkö');
  const others = [
    await signIn(test, { role: 'reporter', department: 'perusopetus' }),
    await signIn(test, { role: 'coordinator', slug: 'esimerkkila' }),
  ];
  for (const who of others) {
    expectProblem(await by(who).submit(answerOf(1, 'x')), 'not_found');
    expectProblem(await by(who).submit(confirmationOf(1)), 'not_found');
    expectProblem(await by(who).saveDraft(draftOf(0, 'x')), 'not_found');
    expectProblem(await by(who).deleteDraft(), 'not_found');
    expectProblem(await by(who).comment('x'), 'not_found');
  }
  const nowhere = reporting(test, coordinator, { ...place, assignmentId: crypto.randomUUID() });
  expectProblem(await nowhere.submit(answerOf(0, 'x')), 'not_found');
});

it('of somebody who was let go meanwhile is not taken, and what they were writing is kept', async () => {
  const leaving = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  await by(leaving).saveDraft(draftOf(0, 'kesken jäänyt'));
  await test.db.membership.updateMany({ where: { userId: leaving.userId }, data: { disabledAt: new Date() } });
  const answer = await by(leaving).submit(answerOf(0, 'vielä tämä'));
  expect([401, 403, 404]).toContain(answer.statusCode);
  expect(await revisionsOf(test, place)).toEqual([]);
  expect((await test.db.reportDraft.findFirstOrThrow({ where: place })).note).toBe('kesken jäänyt');
});

it('with a note of 2 001 characters is refused, and the draft of it is still there', async () => {
  const long = 'ä'.repeat(2001);
  expect((await by(reporter).saveDraft(draftOf(0, long))).statusCode).toBe(200);
  expectProblem(await by(reporter).submit(answerOf(0, long)), 'invalid_request');
  expect((await test.db.reportDraft.findFirstOrThrow({ where: place })).note).toBe(long);
  expect(rowOf(await by(reporter).submit(answerOf(0, long.slice(1)))).report?.note?.fi).toHaveLength(2000);
});
