import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { esimerkkila as esimerkkilaFile } from '@vointi/db/seed/esimerkkila.ts';
import { countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import { Board } from '@vointi/shared/plan/contract.ts';
import { filterBoard, noFilter } from '@vointi/shared/plan/filter.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { answerStateOf, countAnswers } from '@vointi/shared/round/rules.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { hashOfRows, takeSnapshot } from './snapshot.ts';
import type { FirstSnapshotRows, SnapshotRows } from './snapshot-rows.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());

const get = (address: string, query = '') => test.app.inject(`${address}/board${query}`);
const boardOf = async (address: string, query = '') => (await get(address, query)).json<Board>();
const rowsOf = async (slug: string) => {
  const all = await test.db.roundSnapshot.findMany({ where: { round: { slug } }, orderBy: { number: 'asc' } });
  return all.map(({ rows, hash }) => ({
    rows: rows as unknown as SnapshotRows,
    hash: Buffer.from(hash).toString('hex'),
  }));
};

describe('a closed round that came with its plan', () => {
  it('is frozen: its board is that of today while nothing has been said since', async () => {
    const today = await boardOf(kouvola);
    const then = await boardOf(kouvola, '?round=tilannekatsaus-2024');
    expect(Board.parse(then)).toEqual(then);
    const [frozen] = await rowsOf('tilannekatsaus-2024');
    expect(then.asOf).toEqual({
      round: today.round,
      frozen: { number: 1, takenAt: expect.any(String), hash: frozen?.hash },
      decision: null,
    });
    expect({ ...then, asOf: null }).toEqual(today);
    expect(today.asOf).toBeNull();
  });

  it('keeps of each light its round, day and origin, and whether it was asked; of each figure its period', async () => {
    const [frozen] = await rowsOf('kevat-2026');
    const lights = frozen?.rows.measures.flatMap(({ assignments }) => assignments) ?? [];
    const given = lights.filter(({ progress }) => progress !== null);
    expect(given.length).toBeGreaterThan(0);
    expect(given.every(({ round }) => round === 'kevat-2026' || round === 'syksy-2025')).toBe(true);
    expect(new Set(given.map(({ origin }) => origin))).toEqual(new Set(['department']));
    expect(lights.every(({ isAsked }) => isAsked)).toBe(true);
    const figures = frozen?.rows.measures.flatMap((one) => one.figures) ?? [];
    expect(new Set(figures.map(({ period }) => period))).toEqual(new Set(['2026']));
    expect(frozen?.rows.head.rounds.map(({ slug }) => slug)).toEqual(['kevat-2026', 'syksy-2025']);
  });

  it('marks each of the assignments of Kouvola’s plan', async () => {
    const [frozen] = await rowsOf('tilannekatsaus-2024');
    const states = frozen?.rows.measures.flatMap(({ assignments }) => assignments.map(({ state }) => state)) ?? [];
    expect(states).toHaveLength(89);
    expect(frozen?.rows.counts).toEqual(countAnswers(states));
    expect(frozen?.rows.counts).toMatchObject({ total: 89, confirmed: 0, late: 0 });
    const said = await test.db.report.count({
      where: { progress: { not: null }, round: { slug: 'tilannekatsaus-2024' } },
    });
    expect(frozen?.rows.counts.answered).toBe(said);
  });

  it.each(['syksy-2025', 'kevat-2026'])('shows of %s what had been said by then, and what was late', async (slug) => {
    const { rounds, measures } = PlanFile.parse(esimerkkilaFile());
    const upTo = rounds.slice(0, rounds.findIndex((one) => one.slug === slug) + 1).map((one) => one.slug);
    const saidBy = (reports: { round?: string | undefined; progress: string }[], known: string[]) =>
      known.flatMap((round) => reports.filter((one) => one.round === round)).at(-1)?.progress ?? null;
    const then = await boardOf(esimerkkila, `?round=${slug}`);
    const expected = measures.map(({ assignments }) => ({
      status: statusOf(assignments.map(({ reports }) => saidBy(reports, upTo) as never)),
    }));
    expect(then.counts).toEqual(countStatuses(expected));
    expect(then.change === null).toBe(upTo.length === 1);
    expect(then.round).toMatchObject({ slug, state: 'closed' });

    const closesAt = rounds.find((one) => one.slug === slug)?.closesAt ?? null;
    const states = measures.flatMap(({ assignments }) =>
      assignments.map(({ reports }) => {
        const own = reports.find(({ round }) => round === slug);
        return answerStateOf(own ? { ...own, reportedAt: own.submittedAt ?? null } : null, closesAt);
      }),
    );
    const [frozen] = await rowsOf(slug);
    expect(frozen?.rows.counts).toEqual(countAnswers(states));
    expect(then.asOf?.decision?.section).toMatch(/^§/);
  });

  it('is narrowed by every filter, with its counts', async () => {
    const whole = await boardOf(esimerkkila, '?round=syksy-2025');
    const [goal] = whole.goals;
    const department = goal?.measures[0]?.assignments[0]?.department ?? '';
    for (const [query, filter] of [
      [`&goal=${goal?.slug}`, { goal: [goal?.slug ?? ''] }],
      [`&department=${department}&status=in_progress`, { department: [department], status: ['in_progress'] as const }],
      ['&q=liikunta', { q: 'liikunta' }],
    ] as const) {
      const narrowed = await boardOf(esimerkkila, `?round=syksy-2025${query}`);
      const { departments: _all, ...expected } = filterBoard(whole, { ...noFilter, ...filter });
      expect(narrowed).toMatchObject(expected);
      expect(narrowed.counts.total).toBeLessThan(whole.counts.total);
    }
    expectProblem(await get(esimerkkila, '?round=syksy-2025&goal=ei-ole'), 'unknown_value');
  });

  it.each(['syksy-2026', 'loppuarvio-2026', 'ei-ole'])('%s is none, and those that are one are named', async (slug) => {
    const { details } = expectProblem(await get(esimerkkila, `?round=${slug}`), 'unknown_value');
    expect(details).toMatchObject([{ path: 'query.round', allowed: ['kevat-2026', 'syksy-2025'] }]);
  });

  it('is asked of the database once, and can be revalidated', async () => {
    await get(esimerkkila, '?round=kevat-2026');
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const answer = await get(esimerkkila, '?round=kevat-2026');
    await get(esimerkkila, '?round=kevat-2026&status=done');
    expect(query.mock.calls.filter(([first]) => (first as unknown) !== 'select 1')).toEqual([]);
    const again = await test.app.inject({
      url: `${esimerkkila}/board?round=kevat-2026`,
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('stays in memory while rounds that are not there are asked for', async () => {
    await get(esimerkkila, '?round=kevat-2026');
    const others = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((slug) => get(esimerkkila, `?round=${slug}`)));
    for (const other of others) expectProblem(other, 'unknown_value');
    const query = vi.spyOn(pg.Client.prototype, 'query');
    expect((await get(esimerkkila, '?round=kevat-2026')).statusCode).toBe(200);
    expect(query.mock.calls.filter(([first]) => (first as unknown) !== 'select 1')).toEqual([]);
  });
});

describe('what was frozen', () => {
  it('has the hash of its rows as they are stored, also after a dump and a restore', async () => {
    const all = [...(await rowsOf('tilannekatsaus-2024')), ...(await rowsOf('syksy-2025'))];
    for (const { rows, hash } of all) {
      expect(hashOfRows(rows)).toBe(hash);
      const [copy] = await test.db.$queryRaw<{ rows: unknown }[]>`
        select (${JSON.stringify(rows)}::jsonb::text)::jsonb as rows`;
      expect(hashOfRows(copy?.rows)).toBe(hash);
      const [first] = rows.measures;
      const changed = { ...rows, measures: [{ ...first, isNew: !first?.isNew }, ...rows.measures.slice(1)] };
      expect(hashOfRows(changed)).not.toBe(hash);
    }
    expect(all.length).toBeGreaterThan(1);
  });

  it('holds notes, evidence, on whose behalf, and the figures of the year with their names', async () => {
    const { measures } = PlanFile.parse(esimerkkilaFile());
    const [frozen] = await rowsOf('kevat-2026');
    for (const { code, assignments, indicators } of measures) {
      const kept = frozen?.rows.measures.find((one) => one.code === code);
      expect(kept?.figures.map(({ indicator }) => indicator)).toEqual(indicators);
      for (const { department, reports } of assignments) {
        const said = reports.find(({ round }) => round === 'kevat-2026');
        if (!said) continue;
        expect(kept?.assignments.find((one) => one.department === department)).toMatchObject({
          progress: said.progress,
          note: said.note ?? null,
          evidence: said.evidence ?? null,
          confirmed: said.confirmed,
          onBehalfOf: said.onBehalfOf ?? null,
          round: 'kevat-2026',
        });
      }
    }
    const [ofKouvola] = await rowsOf('tilannekatsaus-2024');
    const figures = ofKouvola?.rows.measures.flatMap((one) => one.figures) ?? [];
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(({ name }) => name.fi.length > 0)).toBe(true);
  });

  it('is not changed by what is renamed, said or deleted later', async () => {
    const before = await boardOf(esimerkkila, '?round=kevat-2026');
    const plan = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
    const { municipalityId } = plan;
    const [gone] = before.goals[0]?.measures ?? [];
    await test.db.department.updateMany({ where: { municipalityId }, data: { name: { fi: 'Uudistettu' } } });
    await test.db.goal.updateMany({ where: { municipalityId }, data: { name: { fi: 'Uusi tavoite' } } });
    await test.db.report.updateMany({ where: { municipalityId }, data: { progress: 'not_started' } });
    // The product deletes no measure that was answered for; whoever does it by hand starts with the answers.
    await test.db.report.deleteMany({ where: { assignment: { measureId: gone?.id ?? '' } } });
    await test.db.measure.delete({ where: { id: gone?.id ?? '' } });
    await test.db.plan.update({ where: { id: plan.id }, data: { revision: { increment: 1 } } });
    await test.db.$executeRaw`select pg_notify('plan_changed', ${plan.id})`;
    await expect.poll(async () => (await boardOf(esimerkkila)).departments[0]?.name.fi).toBe('Uudistettu');
    expect(await boardOf(esimerkkila, '?round=kevat-2026')).toEqual(before);
    expect((await boardOf(esimerkkila)).counts.total).toBe(before.counts.total - 1);
  });

  it('gets a further copy, which is then in force, and keeps the first', async () => {
    const { id, planId } = await test.db.round.findFirstOrThrow({ where: { slug: 'syksy-2025' } });
    const [first] = await rowsOf('syksy-2025');
    const taken = await test.db.$transaction((tx) => takeSnapshot(tx, id, new Date('2026-11-30T10:00:00Z')));
    expect(taken).toMatchObject({ number: 2, takenAt: '2026-11-30T10:00:00.000Z' });
    await test.db.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    await test.db.$executeRaw`select pg_notify('plan_changed', ${planId})`;
    await expect
      .poll(async () => (await boardOf(esimerkkila, '?round=syksy-2025')).asOf?.frozen)
      .toEqual({ number: 2, takenAt: taken.takenAt, hash: taken.hash });
    expect((await rowsOf('syksy-2025'))[0]).toEqual(first);
    await expect(test.db.roundSnapshot.updateMany({ where: { roundId: id }, data: { rows: {} } })).rejects.toThrow();
  });
});

describe('a snapshot of the first format', () => {
  const toFirst = ({ rows }: { rows: SnapshotRows }): FirstSnapshotRows => {
    const { rounds: _rounds, round, ...head } = rows.head;
    const { closedAt: _closedAt, ...ofRound } = round!;
    return {
      ...rows,
      format: 1,
      hasEarlierRound: true,
      head: { ...head, round: ofRound as typeof round },
      measures: rows.measures.map(({ assignments, figures, ...measure }) => ({
        ...measure,
        figures: figures.map(({ period: _period, ...figure }) => figure),
        assignments: assignments.map(({ origin: _origin, isAsked: _isAsked, previous = null, ...light }) => ({
          ...light,
          previous,
        })),
      })),
    };
  };

  it('has the same board, and claims nothing that it did not keep', async () => {
    const before = await boardOf(esimerkkila, '?round=kevat-2026');
    const round = await test.db.round.findFirstOrThrow({ where: { slug: 'kevat-2026' } });
    const [latest] = (await rowsOf('kevat-2026')).slice(-1);
    const { id: roundId, municipalityId, planId } = round;
    await test.db.roundSnapshot.create({
      data: { roundId, municipalityId, number: 7, rows: toFirst(latest!) as object, hash: Buffer.alloc(32) },
    });
    await test.db.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    await test.db.$executeRaw`select pg_notify('plan_changed', ${planId})`;
    await expect.poll(async () => (await boardOf(esimerkkila, '?round=kevat-2026')).asOf?.frozen.number).toBe(7);
    const board = await boardOf(esimerkkila, '?round=kevat-2026');
    expect(Board.parse(board)).toEqual(board);
    expect(board.counts).toEqual(before.counts);
    expect(board.ages).toEqual(before.ages);
    const lightsBefore = before.goals.flatMap(({ measures }) => measures.flatMap(({ assignments }) => assignments));
    expect(lightsBefore.some(({ origin }) => origin === 'department')).toBe(true);
    const lights = board.goals.flatMap(({ measures }) => measures.flatMap(({ assignments }) => assignments));
    expect(new Set(lights.map(({ origin }) => origin))).toEqual(new Set([null]));
    expect(board.rounds.map(({ slug }) => slug)).toEqual(['kevat-2026', 'syksy-2025']);
    expect(board.round?.closedAt).toBeNull();
  });
});

it('a board that is not public is not public as of a round either', async () => {
  await test.db.municipality.update({ where: { slug: 'kouvola' }, data: { boardAccess: 'signed_in' } });
  const { id } = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } });
  await test.db.$executeRaw`select pg_notify('plan_changed', ${id})`;
  await expect.poll(async () => (await get(kouvola, '?round=tilannekatsaus-2024')).statusCode).toBe(401);
});
