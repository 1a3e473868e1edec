import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { ManagedRound, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { signIn } from '../../testing/sign-in.ts';
import { ask } from '../../testing/ask.ts';
import { deleteRounds } from '../../testing/delete-rounds.ts';
import { auditOfRound, signInCoordinator, fields, addAnswers, today, waitingJobs } from './testing.ts';

let now = today;
let test: TestApp;
let by: Awaited<ReturnType<typeof signInCoordinator>>;
beforeAll(async () => {
  test = await startTestApp({ now: () => now });
});
afterAll(() => test.close());
beforeEach(async () => {
  now = today;
  by = await signInCoordinator(test);
});
afterEach(() => deleteRounds(test, { slug: { not: 'tilannekatsaus-2024' }, plan: { year: 2024 } }));

const created = async (more = {}) => {
  const answer = await by.create(more);
  expect(answer.statusCode).toBe(200);
  return answer.json<ManagedRound>();
};
const reasonOf = (answer: Parameters<typeof expectProblem>[0]) => {
  const { details } = expectProblem(answer, 'invalid_request');
  return details?.map(({ path, reason }) => [path, reason]);
};

describe('a new round', () => {
  it('starts as planned, with days in Finnish time and every answer missing', async () => {
    const round = await created();
    expect(ManagedRound.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      slug: 'kevat-2027',
      year: 2024,
      state: 'planned',
      opensOn: '2027-02-04',
      closesOn: '2027-02-28',
      closesAt: '2027-02-28T22:00:00.000Z',
      counts: { answered: 0, confirmed: 0, late: 0, missing: 89, total: 89 },
      frozen: null,
      version: 1,
      can: { edit: true, open: true, close: false, reopen: false, delete: true },
    });
    const jobs = await waitingJobs(test);
    // The queue runs by the database's clock, so the wait from now is compared, not the time.
    const wait = (Date.parse('2027-02-03T22:00:00Z') - today.getTime()) / 1000;
    const opening = await test.db.$queryRaw`
      select abs(extract(epoch from run_at - now()) - ${wait}::int) < 60 as "isOnTime"
      from graphile_worker.jobs where key = ${`open:${round.id}`}`;
    expect(opening).toEqual([{ isOnTime: true }]);
    expect(jobs).toHaveProperty([`remind:${round.id}`]);
    expect(await auditOfRound(test, round.id)).toEqual([
      {
        action: 'round.create',
        before: null,
        after: { year: 2024, slug: 'kevat-2027', opensOn: '2027-02-04', closesOn: '2027-02-28' },
      },
    ]);
  });

  it('gets its own address', async () => {
    expect((await created()).slug).toBe('kevat-2027');
    expect((await created()).slug).toBe('kevat-2027-2');
    expect((await created({ name: { fi: '!?' } })).slug).toBe('kierros');
  });

  it('refuses days that are backwards or past', async () => {
    expect(reasonOf(await by.create({ opensOn: '2027-03-01' }))).toEqual([['body.closesOn', 'days_backwards']]);
    expect(reasonOf(await by.create({ opensOn: '2027-01-01', closesOn: '2027-02-01' }))).toEqual([
      ['body.closesOn', 'day_past'],
    ]);
    await created({ opensOn: '2027-02-02', closesOn: '2027-02-02' });
  });

  it('requires a published plan with measures', async () => {
    expectProblem(await by.create({}, '2025'), 'not_found');
    const { municipalityId, councilTermId } = await test.db.plan.findFirstOrThrow({ where: { year: 2024 } });
    const draft = { municipalityId, councilTermId, year: 2025 };
    const { id } = await test.db.plan.create({ data: draft });
    expectProblem(await by.create({}, '2025'), 'not_found');
    await test.db.plan.update({ where: { id }, data: { status: 'published' } });
    expect(reasonOf(await by.create({}, '2025'))).toEqual([['params.year', 'plan_without_measures']]);
    const { years, plans } = (await by.list()).json<{ years: number[]; plans: object[] }>();
    expect(years).toEqual([2024]);
    expect(plans).toEqual([{ year: 2024, departments: 26 }]);
    await test.db.plan.delete({ where: { id } });
  });

  it('can be deleted until it has begun', async () => {
    const { id } = await created();
    expect((await by.remove(id)).json()).toEqual({ done: true });
    const jobs = await waitingJobs(test);
    expect([jobs[`open:${id}`], jobs[`remind:${id}`]]).toEqual([undefined, undefined]);
    expectProblem(await by.get(id), 'not_found');
    expect((await auditOfRound(test, id)).at(-1)?.action).toBe('round.delete');
    const begun = (await by.open(await created())).json<ManagedRound>();
    expect(reasonOf(await by.remove(begun.id))).toEqual([['params.roundId', 'round_begun']]);
  });
});

describe('a change', () => {
  it('moves the opening of a planned round with its days', async () => {
    const round = await created();
    const before = (await waitingJobs(test))[`open:${round.id}`];
    const answer = await by.update(round.id, { version: 1, opensOn: '2027-02-06', closesOn: '2027-03-31' });
    const moved = answer.json<ManagedRound>();
    // In summer time the day ends an hour earlier.
    expect(moved).toMatchObject({ opensOn: '2027-02-06', closesAt: '2027-03-31T21:00:00.000Z', version: 2 });
    const after = (await waitingJobs(test))[`open:${round.id}`];
    expect(((after?.getTime() ?? 0) - (before?.getTime() ?? 0)) / 3_600_000).toBeCloseTo(48, 1);
    expect((await auditOfRound(test, round.id)).at(-1)).toEqual({
      action: 'round.update',
      before: { version: 1, opensOn: '2027-02-04', closesOn: '2027-02-28' },
      after: { version: 2, fields: ['opensOn', 'closesOn'], opensOn: '2027-02-06', closesOn: '2027-03-31' },
    });
  });

  it('refuses a stale version with the current row, and writes nothing', async () => {
    const round = await created();
    await by.update(round.id, { version: 1, name: { fi: 'Toinen' } });
    const { current } = expectProblem(await by.update(round.id, { version: 1, name: { fi: 'Kolmas' } }), 'conflict');
    expect(ManagedRound.parse(current)).toMatchObject({ name: { fi: 'Toinen' }, version: 2 });
    for (const stale of [by.open, by.close]) expectProblem(await stale(round), 'conflict');
    expect((await by.list()).json<{ rounds: ManagedRound[] }>().rounds[0]).toMatchObject({
      name: { fi: 'Toinen' },
      state: 'planned',
    });
  });

  it('writes nothing when nothing differs', async () => {
    const round = await created();
    const same = (await by.update(round.id, { version: 1, ...fields })).json<ManagedRound>();
    expect(same).toEqual(round);
    expect(await auditOfRound(test, round.id)).toHaveLength(1);
  });

  it('extends an open round, so that late answers count as in time', async () => {
    const open = (await by.open(await created())).json<ManagedRound>();
    await addAnswers(test, open.id, { take: 3, at: new Date('2027-02-28T21:59:59.999Z') });
    await addAnswers(test, open.id, { take: 2, skip: 3, at: new Date('2027-02-28T22:00:00Z') });
    const overview = async () => (await by.get(open.id)).json<{ round: ManagedRound }>().round;
    expect((await overview()).counts).toMatchObject({ answered: 3, late: 2, missing: 84 });
    now = new Date('2027-03-01T08:00:00Z');
    by = await signInCoordinator(test, now);
    const backwards = await by.update(open.id, { version: open.version, closesOn: '2027-02-27' });
    expect(reasonOf(backwards)).toEqual([['body.closesOn', 'day_past']]);
    await by.update(open.id, { version: open.version, closesOn: '2027-03-07' });
    expect((await overview()).counts).toMatchObject({ answered: 5, late: 0, missing: 84 });
    const again = await by.update(open.id, { version: open.version + 1, opensOn: '2027-02-05' });
    expect(reasonOf(again)).toEqual([['body.opensOn', 'round_begun']]);
  });

  it('takes the council’s decision for closed rounds only, and nothing else for them', async () => {
    const open = (await by.open(await created())).json<ManagedRound>();
    const decision = { date: '2027-03-29', section: '§ 31' };
    const early = await by.update(open.id, { version: open.version, decision });
    expect(reasonOf(early)).toEqual([['body.decision', 'round_not_closed']]);
    const closed = (await by.close(open)).json<ManagedRound>();
    const decided = (await by.update(open.id, { version: closed.version, decision })).json<ManagedRound>();
    expect(decided.decision).toEqual(decision);
    expect(decided.frozen).toEqual(closed.frozen);
    await expect
      .poll(async () => (await test.app.inject(`${kouvola}/board?round=${closed.slug}`)).json<Board>().asOf?.decision)
      .toEqual(decision);
    const rename = await by.update(open.id, { version: decided.version, name: { fi: 'Uusi' } });
    expect(expectProblem(rename, 'locked').current).toEqual({
      lock: { isOpen: false, why: 'closed', since: closed.closedAt },
    });
    const undone = (await by.update(open.id, { version: decided.version, decision: null })).json<ManagedRound>();
    expect(undone.decision).toBeNull();
    expect(JSON.stringify(await auditOfRound(test, open.id))).not.toContain('§');
  });
});

it('refuses every request for a round of another municipality with 404', async () => {
  const round = await created();
  const foreign = await test.db.round.findFirstOrThrow({ where: { slug: 'syksy-2026' } });
  expectProblem(await by.update(foreign.id, { version: 1, name: { fi: 'Oma' } }), 'not_found');
  expectProblem(await by.open({ ...round, id: foreign.id }), 'not_found');
  expectProblem(await by.close({ ...round, id: foreign.id }), 'not_found');
  expectProblem(await by.remove(foreign.id), 'not_found');
  expectProblem(await by.get(foreign.id), 'not_found');
  const body = { department: 'nuorisopalvelut', reason: 'Syy', untilOn: '2027-03-01' };
  expectProblem(await by.reopen(foreign.id, body), 'not_found');
});

it('lets a leader read rounds and change none', async () => {
  const round = await created();
  const leader = await signIn(test, { role: 'leader', at: today });
  const listed = (await ask(test, leader, roundManageApi.list, { params: { slug: 'kouvola' } })).json<{
    rounds: ManagedRound[];
    canCreate: boolean;
  }>();
  expect(listed.canCreate).toBe(false);
  expect(listed.rounds.map(({ slug, can }) => [slug, Object.values(can).some(Boolean)])).toEqual([
    ['kevat-2027', false],
    ['tilannekatsaus-2024', false],
  ]);
  const params = { slug: 'kouvola', roundId: round.id };
  expectProblem(await ask(test, leader, roundManageApi.open, { params, body: { version: 1 } }), 'forbidden');
});
