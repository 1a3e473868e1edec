import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Board } from '@vointi/shared/plan/contract.ts';
import { type PublicRound, roundApi } from '@vointi/shared/round/contract.ts';
import type { ManagedRound, Reopening, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { helsinkiDayEnd, helsinkiDayStart } from '@vointi/shared/text/helsinki.ts';
import { fastify } from 'fastify';
import type { Context } from '../../platform/context.ts';
import type { JobInfo, Task } from '../../platform/jobs.ts';
import { ask } from '../../testing/ask.ts';
import { deleteRounds } from '../../testing/delete-rounds.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { completeRounds } from './complete.ts';
import { auditOfRound, signInCoordinator, addAnswers, today, waitingJobs } from './testing.ts';
import { endReopeningTask } from './write-reopening.ts';
import { openRoundTask } from './write-state.ts';

let now = today;
let test: TestApp;
let by: Awaited<ReturnType<typeof signInCoordinator>>;
beforeAll(async () => {
  test = await startTestApp({ now: () => now });
});
afterAll(() => test.close());
const goTo = async (at: Date) => {
  now = at;
  by = await signInCoordinator(test, at);
};
beforeEach(() => goTo(today));
afterEach(() => deleteRounds(test, { slug: { not: 'tilannekatsaus-2024' }, plan: { year: 2024 } }));

const created = async (more = {}) => (await by.create(more)).json<ManagedRound>();
const opened = async (more = {}) => (await by.open(await created(more))).json<ManagedRound>();
const closed = async (more = {}) => (await by.close(await opened(more))).json<ManagedRound>();
const overview = async (id: string) => (await by.get(id)).json<RoundOverview>();
const stateOf = async (id: string) => (await test.db.round.findUniqueOrThrow({ where: { id } })).state;
const reasonOf = (answer: Parameters<typeof expectProblem>[0]) =>
  expectProblem(answer, 'invalid_request').details?.map(({ path, reason }) => [path, reason]);

const info: JobInfo = {
  id: '1',
  createdAt: today,
  attempt: 1,
  signal: new AbortController().signal,
  log: fastify().log,
};
const run = (task: (context: Context) => Task, payload: object) =>
  task({ db: test.db, now: () => now } as Context)(payload, info);
const runOpening = (roundId: string) => run(openRoundTask, { roundId });

describe('opening', () => {
  it.each([
    ['the clock goes forward', '2027-03-28'],
    ['the day after it', '2027-03-29'],
    ['the clock goes back', '2027-10-31'],
    ['the day after that', '2027-11-01'],
    ['a leap day', '2028-02-29'],
  ])('starts and ends at midnight in Finland when %s', async (_when, day) => {
    const { id } = await created({ opensOn: day, closesOn: day });
    const [start, end] = [helsinkiDayStart(day), helsinkiDayEnd(day)];
    now = new Date(start.getTime() - 1);
    await runOpening(id);
    expect(await stateOf(id)).toBe('planned');
    now = start;
    await runOpening(id);
    expect(await stateOf(id)).toBe('open');
    await addAnswers(test, id, { take: 1, at: new Date(end.getTime() - 1) });
    await addAnswers(test, id, { take: 1, skip: 1, at: end });
    await goTo(new Date(end.getTime() + 3_600_000));
    const { round } = await overview(id);
    expect(round).toMatchObject({ opensOn: day, closesOn: day, state: 'open' });
    expect(round.counts).toMatchObject({ answered: 1, late: 1 });
    expect((await by.close(round)).json<ManagedRound>().counts).toEqual(round.counts);
  });

  it('writes one audit row when its job opens it, and a second run changes nothing', async () => {
    const { id } = await created();
    now = new Date('2027-02-04T00:00:00Z');
    await runOpening(id);
    const first = await test.db.round.findUniqueOrThrow({ where: { id } });
    await runOpening(id);
    await runOpening(crypto.randomUUID());
    expect(await test.db.round.findUniqueOrThrow({ where: { id } })).toEqual(first);
    const entries = await test.db.auditEntry.findMany({ where: { subject: `round:${id}`, action: 'round.open' } });
    expect(entries).toMatchObject([{ actorId: null }]);
  });

  it('waits for the new first day when the day has been moved', async () => {
    const { id } = await created();
    await by.update(id, { version: 1, opensOn: '2027-02-20' });
    now = helsinkiDayStart('2027-02-04');
    await runOpening(id);
    expect(await stateOf(id)).toBe('planned');
    // A job that runs too early is scheduled again, still as one job.
    expect(Object.keys(await waitingJobs(test)).filter((key) => key === `open:${id}`)).toHaveLength(1);
  });

  it('starts now when opened by hand, and shows on the board at once', async () => {
    const round = await opened();
    expect(round).toMatchObject({ state: 'open', opensOn: '2027-02-02', version: 2 });
    expect((await waitingJobs(test))[`open:${round.id}`]).toBeUndefined();
    await expect
      .poll(async () => (await test.app.inject(`${kouvola}/board`)).json<Board>().round?.slug)
      .toBe('kevat-2027');
    expect(reasonOf(await by.open(round))).toEqual([['params.roundId', 'round_begun']]);
  });

  it('waits while another round of the plan is open, and happens when that one closes', async () => {
    const first = await opened();
    const second = await created({ opensOn: '2027-02-10' });
    expect(reasonOf(await by.open(second))).toEqual([['params.roundId', 'round_open_already']]);
    await goTo(helsinkiDayStart('2027-02-10'));
    await runOpening(second.id);
    expect(await stateOf(second.id)).toBe('planned');
    await test.db.$executeRaw`select graphile_worker.remove_job(${`open:${second.id}`})`;
    await by.close(first);
    const opening = await test.db.$queryRaw`
      select run_at <= now() as "isDue" from graphile_worker.jobs where key = ${`open:${second.id}`}`;
    expect(opening).toEqual([{ isDue: true }]);
    await runOpening(second.id);
    expect(await stateOf(second.id)).toBe('open');
  });

  it('refuses a round whose last day has passed', async () => {
    const round = await created();
    await goTo(helsinkiDayEnd('2027-02-28'));
    expect(reasonOf(await by.open(round))).toEqual([['params.roundId', 'day_past']]);
    await runOpening(round.id);
    expect(await stateOf(round.id)).toBe('planned');
  });

  it('makes the round the latest of the plan, even when it was planned before one that has begun', async () => {
    const autumn = await created({ name: { fi: 'Syksy' }, opensOn: '2027-02-20' });
    const spring = await closed({ name: { fi: 'Kevät' } });
    await by.open(autumn);
    const latest = async () => (await test.app.inject(`${kouvola}/board`)).json<Board>().round?.slug;
    await expect.poll(latest).toBe('syksy');
    expect(spring.slug).toBe('kevat');
  });
});

describe('closing', () => {
  it('takes a snapshot in which each assignment is answered, confirmed, late or missing', async () => {
    const round = await opened();
    await addAnswers(test, round.id, { take: 10 });
    await addAnswers(test, round.id, { take: 5, skip: 10, confirmed: true });
    await addAnswers(test, round.id, { take: 4, skip: 15, confirmed: true, at: new Date('2027-03-01T10:00:00Z') });
    const done = (await by.close(round)).json<ManagedRound>();
    const counts = { answered: 10, confirmed: 5, late: 4, missing: 70, total: 89 };
    expect(done).toMatchObject({ state: 'closed', closedAt: now.toISOString(), counts, version: 3 });
    expect(done.frozen).toMatchObject({ number: 1, takenAt: now.toISOString() });
    expect(done.frozen?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await auditOfRound(test, round.id)).at(-1)).toEqual({
      action: 'round.close',
      before: { version: 2 },
      after: { version: 3, number: 1, hash: done.frozen?.hash, counts },
    });
    expect((await waitingJobs(test))[`remind:${round.id}`]).toBeUndefined();
    // Rows written past the application change nothing: the snapshot counts.
    await addAnswers(test, round.id, { take: 30, skip: 20 });
    expect((await overview(round.id)).round.counts).toEqual(counts);
    expect((await overview(round.id)).counts).toEqual({ ...counts, waiting: 0 });
  });

  it('shows on the current board and on the round’s own that the round closed before its last day', async () => {
    const { slug, closedAt, closesAt } = await closed();
    expect(Date.parse(closedAt ?? '')).toBeLessThan(Date.parse(closesAt ?? ''));
    for (const query of ['', `?round=${slug}`]) {
      const { round } = (await test.app.inject(`${kouvola}/board${query}`)).json<Board>();
      expect(round).toMatchObject({ slug, closedAt });
    }
  });

  it('refuses a round that is not open, with the reason', async () => {
    const planned = await created();
    expect(expectProblem(await by.close(planned), 'locked').current).toEqual({
      lock: { isOpen: false, why: 'planned', since: '2027-02-03T22:00:00.000Z' },
    });
    const done = (await by.close((await by.open(planned)).json())).json<ManagedRound>();
    expect(expectProblem(await by.close(done), 'locked').current).toEqual({
      lock: { isOpen: false, why: 'closed', since: now.toISOString() },
    });
    expect(await test.db.roundSnapshot.count({ where: { roundId: done.id } })).toBe(1);
  });

  it('shows the closed round and its hash to everybody, and no planned round', async () => {
    const done = await closed();
    await created({ name: { fi: 'Tuleva' } });
    const list = async () =>
      (await ask(test, null, roundApi.list, { params: { slug: 'kouvola', year: '2024' } as never })).json<{
        rounds: PublicRound[];
      }>().rounds;
    const rounds = await list();
    expect(roundApi.list.response.parse({ rounds })).toEqual({ rounds });
    expect(rounds.map(({ slug }) => slug)).toEqual(['kevat-2027', 'tilannekatsaus-2024']);
    expect(rounds[0]?.frozen).toEqual(done.frozen);
    expect(rounds[1]).toMatchObject({ closedAt: null, counts: { total: 89 }, frozen: { number: 1 } });
  });
});

describe('the board while a round is new', () => {
  const board = async () => (await test.app.inject(`${kouvola}/board`)).json<Board>();

  it('shows no change until the first answer, and then that change', async () => {
    const before = await board();
    const { id } = await opened();
    await expect.poll(async () => (await board()).revision).not.toBe(before.revision);
    const opening = await board();
    expect(opening.counts).toEqual(before.counts);
    expect(opening.change).toBeNull();

    const yellow = opening.goals
      .flatMap(({ measures }) => measures)
      .filter(({ status, assignments }) => status === 'in_progress' && assignments.length === 1)
      .slice(0, 3);
    const assignments = await test.db.assignment.findMany({
      where: { measure: { code: { in: yellow.map(({ code }) => code) }, plan: { year: 2024 } } },
    });
    const { municipalityId, planId } = await test.db.round.findUniqueOrThrow({ where: { id } });
    await test.db.report.createMany({
      data: assignments.map((one) => ({
        municipalityId,
        roundId: id,
        assignmentId: one.id,
        progress: 'done' as const,
        submittedAt: now,
      })),
    });
    await test.db.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    await test.db.$executeRaw`select pg_notify('plan_changed', ${planId})`;
    await expect
      .poll(async () => (await board()).change)
      .toEqual({ done: 3, in_progress: -3, not_started: 0, not_reported: 0, mixed: 0 });
    const { goals, counts } = await board();
    expect(counts.done).toBe(before.counts.done + 3);
    expect(goals.reduce((sum, { change }) => sum + (change?.done ?? 0), 0)).toBe(3);
  });
});

describe('reopening for one department', () => {
  const body = { department: 'nuorisopalvelut', reason: 'Sairausloma', untilOn: '2027-03-10' };

  it('lasts until the end of a day, then takes a new snapshot and keeps the former one', async () => {
    const done = await closed();
    const again = (await by.reopen(done.id, body)).json<Reopening>();
    expect(again).toMatchObject({ ...body, department: { slug: 'nuorisopalvelut' }, author: by.who.displayName });
    await addAnswers(test, done.id, { take: 1, department: body.department, at: new Date('2027-03-05T10:00:00Z') });
    const during = await overview(done.id);
    expect(during.counts).toMatchObject({ late: 1, missing: 88 });
    expect(during.round).toMatchObject({ frozen: { number: 1 }, counts: { missing: 89 } });
    const own = during.departments.find(({ department }) => department.slug === 'nuorisopalvelut');
    expect(own?.reopening).toEqual(again);

    now = new Date(helsinkiDayEnd('2027-03-10').getTime() - 1);
    await run(endReopeningTask, { reopeningId: again.id });
    expect((await test.db.roundReopening.findUniqueOrThrow({ where: { id: again.id } })).endedAt).toBeNull();
    await goTo(helsinkiDayEnd('2027-03-10'));
    await run(endReopeningTask, { reopeningId: again.id });
    await run(endReopeningTask, { reopeningId: again.id });
    const { round, departments } = await overview(done.id);
    expect(round).toMatchObject({ frozen: { number: 2 }, counts: { late: 1, missing: 88 } });
    expect(departments.every(({ reopening }) => reopening === null)).toBe(true);
    const snapshots = await test.db.roundSnapshot.findMany({ where: { roundId: done.id }, orderBy: { number: 'asc' } });
    expect(snapshots.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([
      done.frozen?.hash,
      round.frozen?.hash,
    ]);
    expect((await auditOfRound(test, done.id)).slice(-2)).toMatchObject([
      { action: 'round.reopen', after: { department: 'nuorisopalvelut', untilOn: '2027-03-10' } },
      { action: 'round.freeze', after: { number: 2, hash: round.frozen?.hash } },
    ]);
    expect(JSON.stringify(await auditOfRound(test, done.id))).not.toContain('Sairausloma');
    const board = async () => (await test.app.inject(`${kouvola}/board?round=${done.slug}`)).json<Board>();
    await expect.poll(async () => (await board()).asOf?.frozen).toEqual(round.frozen);
  });

  it('ends by hand, once', async () => {
    const done = await closed();
    const again = (await by.reopen(done.id, body)).json<Reopening>();
    expect((await by.closeReopening(done.id, again.id)).json<ManagedRound>().frozen?.number).toBe(2);
    expect((await by.closeReopening(done.id, again.id)).json<ManagedRound>().frozen?.number).toBe(2);
    expectProblem(await by.closeReopening(done.id, crypto.randomUUID()), 'not_found');
  });

  it('refuses open rounds, past days, unknown departments and a second reopening', async () => {
    const open = await opened();
    expect(reasonOf(await by.reopen(open.id, body))).toEqual([['params.roundId', 'round_not_closed']]);
    await by.close(open);
    const past = await by.reopen(open.id, { ...body, untilOn: '2027-02-01' });
    expect(reasonOf(past)).toEqual([['body.untilOn', 'day_past']]);
    const nobody = await by.reopen(open.id, { ...body, department: 'ei-ole' });
    expect(reasonOf(nobody)).toEqual([['body.department', 'department_unknown']]);
    expect((await by.reopen(open.id, { ...body, untilOn: '2027-02-02' })).statusCode).toBe(200);
    expect(reasonOf(await by.reopen(open.id, body))).toEqual([['body.department', 'already_there']]);
    // The end has passed and its job has not run: the former reopening is ended first.
    await goTo(helsinkiDayEnd('2027-02-02'));
    expect((await by.reopen(open.id, body)).statusCode).toBe(200);
    expect(await test.db.roundSnapshot.count({ where: { roundId: open.id } })).toBe(2);
  });
});

it('adds what an older installation lacks at the first start, and nothing at the second', async () => {
  const bare = await closed();
  const planned = await created({ name: { fi: 'Tuleva' } });
  await test.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.roundSnapshot.deleteMany({ where: { roundId: bare.id } });
  });
  await test.db.$executeRaw`delete from graphile_worker._private_jobs`;
  expect((await overview(bare.id)).round.frozen).toBeNull();
  await completeRounds(test.db, now);
  const { round } = await overview(bare.id);
  expect(round.frozen).toMatchObject({ number: 1, takenAt: now.toISOString() });
  expect(round.counts).toEqual(bare.counts);
  const jobs = await waitingJobs(test);
  expect(Object.keys(jobs)).toEqual(expect.arrayContaining([`open:${planned.id}`, `remind:${planned.id}`]));
  await completeRounds(test.db, now);
  expect((await overview(bare.id)).round.frozen).toEqual(round.frozen);
  expect(Object.keys(await waitingJobs(test)).toSorted()).toEqual(Object.keys(jobs).toSorted());
});
