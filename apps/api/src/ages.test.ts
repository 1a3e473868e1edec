import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DepartmentDetail } from '@vointi/shared/department/contract.ts';
import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import type { Ages } from '@vointi/shared/measure/ages.ts';
import type { MunicipalityCard } from '@vointi/shared/municipality/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { ManagedRound, Reopening } from '@vointi/shared/round/manage-contract.ts';
import { answerOf, reporting } from './features/report/testing.ts';
import { signInCoordinator, today } from './features/round/testing.ts';
import { assignmentsOf } from './testing/open-round.ts';
import { signIn, type SignedIn } from './testing/sign-in.ts';
import { kouvola, startTestApp, type TestApp } from './testing/test-app.ts';

let test: TestApp;
let coordinator: Awaited<ReturnType<typeof signInCoordinator>>;
let at = today;
beforeAll(async () => {
  test = await startTestApp({ now: () => at });
  coordinator = await signInCoordinator(test);
});
afterAll(() => test.close());

const read = async <T>(address: string) => (await test.app.inject(address)).json<T>();
const board = (query = '') => read<Board>(`${kouvola}/board${query}`);
const lightsOf = ({ goals }: Pick<Board, 'goals'>) =>
  goals.flatMap(({ measures }) => measures.flatMap(({ assignments }) => assignments));
const onList = async () => {
  const { municipalities } = await read<{ municipalities: MunicipalityCard[] }>('/api/v1/municipalities');
  return municipalities.find(({ slug }) => slug === 'kouvola')?.plans[0];
};
const sum = (all: readonly (Ages | null)[], key: keyof Ages) =>
  all.reduce((total, one) => total + (one?.[key] ?? 0), 0);

/** The same ages on the board, in its goals, in its measures, with each filter of a goal, and on the list. */
async function agesEverywhere(query = '') {
  const { revision } = await test.db.plan.findFirstOrThrow({ where: { year: 2024 } });
  await expect.poll(async () => (await board()).revision).toBe(revision);
  const whole = await board(query);
  const { ages, goals } = whole;
  if (!ages) throw new Error('no ages');
  for (const key of ['asked', 'answered', 'carried', 'never', 'fromDocument', 'onBehalf'] as const) {
    const measures = goals.flatMap((goal) => goal.measures.map((measure) => measure.ages));
    expect([key, sum(measures, key)]).toEqual([key, ages[key] ?? 0]);
    expect([
      key,
      sum(
        goals.map((goal) => goal.ages),
        key,
      ),
    ]).toEqual([key, ages[key] ?? 0]);
  }
  expect(ages.answered + ages.carried + ages.never).toBe(ages.asked);
  if (query) return whole;
  for (const goal of goals) {
    expect((await board(`?goal=${goal.slug}`)).ages).toEqual(goal.ages);
    expect((await read<GoalDetail>(`${kouvola}/goals/${goal.slug}`)).ages).toEqual(goal.ages);
  }
  const departments = await Promise.all(
    whole.departments.map(({ slug }) => read<DepartmentDetail>(`${kouvola}/departments/${slug}`)),
  );
  expect(
    sum(
      departments.map((one) => one.ages),
      'answered',
    ),
  ).toBe(ages.answered);
  expect(
    sum(
      departments.map((one) => one.ages),
      'asked',
    ),
  ).toBe(ages.asked);
  expect(await onList()).toMatchObject({ ages, round: { slug: whole.round?.slug } });
  return whole;
}

async function answer(round: ManagedRound, department: string, by: SignedIn, take: number, more: object = {}) {
  const { planId } = await test.db.round.findUniqueOrThrow({ where: { id: round.id } });
  const own = (await assignmentsOf(test, { planId }, department)).slice(0, take);
  expect(own).toHaveLength(take);
  for (const { id: assignmentId } of own) {
    const to = reporting(test, by, { roundId: round.id, assignmentId });
    const version = (await test.db.report.findFirst({ where: { roundId: round.id, assignmentId } }))?.version ?? 0;
    expect(
      (await to.submit(answerOf(version, 'Koetta varten', { evidence: { fi: 'Kirjattu' }, ...more }))).statusCode,
    ).toBe(200);
  }
}
const personOf = (department: string) => signIn(test, { role: 'reporter', department, at });

describe('a round over lights of a document', () => {
  let round: ManagedRound;
  let then: Board;

  it('begins with what the document has: 83 of 89', async () => {
    const { ages, goals, rounds } = await agesEverywhere();
    expect(ages).toEqual({ asked: 89, answered: 83, carried: 0, never: 6, fromDocument: 83 });
    expect(rounds.map(({ slug }) => slug)).toEqual(['tilannekatsaus-2024']);
    const lights = lightsOf({ goals });
    expect(lights.every(({ progress, origin }) => origin === (progress && 'document'))).toBe(true);
    expect(lights.every(({ progress, round: of }) => of === (progress && 'tilannekatsaus-2024'))).toBe(true);
  });

  it('has no answers when it opens, and all lights are carried', async () => {
    const made = (await coordinator.create()).json<ManagedRound>();
    round = (await coordinator.open(made)).json<ManagedRound>();
    const { ages, goals, rounds, change, counts } = await agesEverywhere();
    expect(ages).toEqual({ asked: 89, answered: 0, carried: 83, never: 6 });
    expect(rounds.map(({ slug }) => slug)).toEqual(['kevat-2027', 'tilannekatsaus-2024']);
    expect(lightsOf({ goals }).every(({ progress, isCarried }) => isCarried === (progress !== null))).toBe(true);
    expect(change).toBeNull();
    expect(counts).toMatchObject({ done: 14, in_progress: 36, not_started: 2, not_reported: 5, mixed: 2 });
  });

  it('counts answers as they come, and those on behalf of others', async () => {
    await answer(round, 'nuorisopalvelut', await personOf('nuorisopalvelut'), 10);
    await answer(round, 'kansalaisopisto', await personOf('kansalaisopisto'), 3);
    const onBehalf = { onBehalfOf: 'Puhelu' };
    await answer(round, 'kirjastopalvelut', coordinator.who, 1, onBehalf);
    await answer(round, 'museopalvelut', coordinator.who, 1, onBehalf);
    const { ages, goals } = await agesEverywhere();
    expect(ages).toEqual({ asked: 89, answered: 15, carried: 71, never: 3, onBehalf: 2 });
    const given = lightsOf({ goals }).filter(({ isCarried, progress }) => progress !== null && !isCarried);
    expect(given).toHaveLength(15);
    expect(Map.groupBy(given, ({ origin }) => origin).get('on_behalf')).toHaveLength(2);
    expect(JSON.stringify(goals)).not.toContain('Puhelu');
  });

  it('compares only measures with an answer, with the former round as it was closed', async () => {
    const { goals, change } = await board();
    const measures = goals.flatMap((goal) => goal.measures);
    for (const { previousStatus, assignments } of measures) {
      expect(previousStatus !== null).toBe(assignments.some(({ isCarried, progress }) => progress && !isCarried));
    }
    expect(Object.values(change ?? {}).reduce((total, moved) => total + moved, 0)).toBe(0);
    // What is corrected in the former round's rows is not what it was closed with.
    const before = change;
    const { id } = await test.db.round.findFirstOrThrow({ where: { slug: 'tilannekatsaus-2024' } });
    const stored = await test.db.report.findMany({ where: { roundId: id, progress: 'done' } });
    await test.db.report.updateMany({
      where: { id: { in: stored.map((one) => one.id) } },
      data: { progress: 'not_started' },
    });
    await forgetBoard();
    expect((await board()).change).toEqual(before);
    await test.db.report.updateMany({ where: { id: { in: stored.map((one) => one.id) } }, data: { progress: 'done' } });
    await forgetBoard();
  });

  it('closes with 15 of 89, 71 carried and 3 that never had a light', async () => {
    round = (await coordinator.close(round)).json<ManagedRound>();
    const { ages } = await agesEverywhere();
    expect(ages).toEqual({ asked: 89, answered: 15, carried: 71, never: 3, onBehalf: 2 });
    then = await agesEverywhere('?round=kevat-2027');
    expect(then.ages).toEqual(ages);
    expect((await board('?round=tilannekatsaus-2024')).ages).toEqual({
      asked: 89,
      answered: 83,
      carried: 0,
      never: 6,
      fromDocument: 83,
    });
  });

  it('did not ask for what is added later', async () => {
    const measure = await test.db.measure.findFirstOrThrow({ where: { code: then.goals[0]?.measures[0]?.code ?? '' } });
    const { municipalityId, id: measureId } = measure;
    const department = await test.db.department.create({
      data: { municipalityId, slug: 'uusi-palvelu', name: { fi: 'Uusi palvelu' }, kind: 'department', order: 99 },
    });
    const added = await test.db.assignment.create({
      data: { municipalityId, measureId, departmentId: department.id, order: 99 },
    });
    await forgetBoard();
    const { ages, goals } = await board();
    expect(ages).toEqual(then.ages);
    expect(lightsOf({ goals })).toHaveLength(90);
    expect(
      lightsOf({ goals })
        .filter(({ isAsked }) => isAsked === false)
        .map((one) => one.department),
    ).toEqual(['uusi-palvelu']);
    expect((await onList())?.ages).toEqual(ages);
    await test.db.assignment.delete({ where: { id: added.id } });
    await test.db.department.delete({ where: { id: department.id } });
    await forgetBoard();
  });

  it('opened again for a department, is kept a second time with that department’s answers only', async () => {
    const until = { department: 'perusopetus', reason: 'Unohtui', untilOn: '2027-02-20' };
    const reopening = (await coordinator.reopen(round.id, until)).json<Reopening>();
    await answer(round, 'perusopetus', await personOf('perusopetus'), 2, { progress: 'done' });
    expect((await board()).ages).toMatchObject({ answered: 17, asked: 89 });
    expect((await board('?round=kevat-2027')).ages).toMatchObject({ answered: 15 });
    // An edit made meanwhile, of another department and of the measures.
    const edited = await test.db.report.findFirstOrThrow({
      where: { roundId: round.id, assignment: { department: { slug: 'nuorisopalvelut' } } },
    });
    await test.db.report.update({ where: { id: edited.id }, data: { progress: 'not_started' } });
    await test.db.measure.updateMany({ where: { plan: { year: 2024 } }, data: { title: { fi: 'Muokattu' } } });
    at = new Date(at.getTime() + 600_000);
    expect((await coordinator.closeReopening(round.id, reopening.id)).statusCode).toBe(200);

    const further = await agesEverywhere('?round=kevat-2027');
    expect(further.asOf?.frozen.number).toBe(2);
    expect(further.ages).toEqual({ asked: 89, answered: 17, carried: 69, never: 3, onBehalf: 2 });
    const differences = lightsOf(further).flatMap((light, index) =>
      JSON.stringify(light) === JSON.stringify(lightsOf(then)[index]) ? [] : [light.department],
    );
    expect(differences).toEqual(['perusopetus', 'perusopetus']);
    expect(further.goals.flatMap(({ measures }) => measures.map(({ title }) => title.fi))).not.toContain('Muokattu');
    expect(further.round).toEqual(then.round);
  });
});

it('knows no ages in a plan without a round', async () => {
  const { goalId, planId, municipalityId } = await test.db.measure.findFirstOrThrow({
    where: { plan: { year: 2024 } },
  });
  const { councilTermId } = await test.db.plan.findUniqueOrThrow({ where: { id: planId } });
  const department = await test.db.department.findFirstOrThrow({ where: { municipalityId } });
  const plan = await test.db.plan.create({ data: { municipalityId, councilTermId, year: 2025, status: 'published' } });
  const measure = { municipalityId, planId: plan.id, goalId, order: 0, code: 'uusi', title: { fi: 'Uusi' } };
  const { id: measureId } = await test.db.measure.create({ data: measure });
  await test.db.assignment.create({ data: { municipalityId, measureId, departmentId: department.id, order: 0 } });
  const { ages, goals, round, rounds, counts } = await read<Board>(`${kouvola.replace('2024', '2025')}/board`);
  expect([ages, round, rounds, counts.not_reported]).toEqual([null, null, [], 1]);
  expect(goals.every((goal) => goal.ages === null && goal.measures.every((one) => one.ages === null))).toBe(true);
  expect(await onList()).toMatchObject({ year: 2025, ages: null, round: null });
});

/** Makes the next request read the board from the database, as after a change by another process. */
async function forgetBoard() {
  const plan = await test.db.plan.update({
    where: { id: (await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } })).id },
    data: { revision: { increment: 1 } },
  });
  await test.db.$executeRaw`select pg_notify('plan_changed', ${plan.id})`;
  await expect.poll(async () => (await board()).revision).toBe(plan.revision);
}
