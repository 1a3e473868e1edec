import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { roundApi } from '@vointi/shared/round/contract.ts';
import { type ManagedRound, RoundOverview, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { addCounts } from '@vointi/shared/round/rules.ts';
import { ask } from '../../testing/ask.ts';
import { signIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { importPlan } from '../plan/public.ts';
import { contentsOf } from '../../testing/plan-contents.ts';
import { signInCoordinator, addAnswers, today } from './testing.ts';

let test: TestApp;
let by: Awaited<ReturnType<typeof signInCoordinator>>;
let round: ManagedRound;
beforeAll(async () => {
  test = await startTestApp({ now: () => today });
  by = await signInCoordinator(test);
  round = (await by.open((await by.create()).json())).json<ManagedRound>();
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());

const overview = async () => {
  const answer = (await by.get(round.id)).json<RoundOverview>();
  expect(RoundOverview.parse(answer)).toEqual(answer);
  return answer;
};
const of = ({ departments }: RoundOverview, slug: string) => departments.find((one) => one.department.slug === slug);

describe('Kouvola’s round', () => {
  it('counts each of its 89 assignments once, in total and by department', async () => {
    const { counts: all, departments, round: head } = await overview();
    const { waiting, ...counts } = all;
    expect(waiting).toBe(0);
    expect(counts).toEqual({ answered: 0, confirmed: 0, late: 0, missing: 89, total: 89 });
    expect(departments).toHaveLength(26);
    expect(addCounts(departments.map((one) => one.counts))).toEqual(counts);
    expect(head.counts).toEqual(counts);

    await addAnswers(test, round.id, { take: 20, at: new Date('2027-02-10T10:00:00Z') });
    await addAnswers(test, round.id, { take: 7, skip: 20, confirmed: true });
    const [late] = await addAnswers(test, round.id, { take: 3, skip: 27, at: new Date('2027-03-02T10:00:00Z') });
    const after = await overview();
    expect({ ...after.round.counts, waiting: 0 }).toEqual(after.counts);
    expect(after.round.counts).toEqual({ answered: 20, confirmed: 7, late: 3, missing: 59, total: 89 });
    expect(addCounts(after.departments.map((one) => one.counts))).toEqual(after.round.counts);
    expect(of(after, late?.department.slug ?? '')?.lastAnswerAt).toBe('2027-03-02T10:00:00.000Z');
  });

  it('shows visits, drafts, answers that wait for approval, comments and the last reminder of a department', async () => {
    const department = await test.db.department.findFirstOrThrow({
      where: { slug: 'nuorisopalvelut', municipality: { slug: 'kouvola' } },
    });
    const { id: departmentId, municipalityId } = department;
    const own = await test.db.assignment.findMany({ where: { departmentId }, orderBy: { id: 'asc' }, take: 3 });
    const people = [];
    for (const role of ['reporter', 'reporter', 'approver'] as const) {
      people.push(await signIn(test, { role, department: 'nuorisopalvelut', at: today }));
    }
    const [one, two, three] = people.map(({ userId }) => userId) as [string, string, string];
    const formerReporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut', at: today });
    await test.db.membership.updateMany({ where: { userId: formerReporter.userId }, data: { disabledAt: today } });
    const at = (hour: number) => new Date(`2027-02-02T0${hour}:00:00Z`);
    const roundId = round.id;
    await test.db.reportVisit.createMany({
      data: [one, two].map((userId, hour) => ({
        municipalityId,
        roundId,
        departmentId,
        userId,
        firstAt: at(1),
        lastAt: at(2 + hour),
      })),
    });
    const draft = (assignment: number, authorId: string, sentAt: Date | null) => ({
      municipalityId,
      roundId,
      assignmentId: own[assignment]?.id ?? '',
      authorId,
      sentAt,
    });
    await test.db.reportDraft.createMany({
      data: [draft(0, one, null), draft(0, two, null), draft(1, one, at(3)), draft(2, three, null)],
    });
    await test.db.reportComment.createMany({
      data: [1, 2].map((hour) => ({
        municipalityId,
        roundId,
        assignmentId: own[0]?.id ?? '',
        authorId: one,
        text: 'Huomio',
        createdAt: at(hour),
      })),
    });
    for (const [day, userId, state] of [
      ['2027-02-01', one, 'sent'],
      ['2027-02-02', two, 'queued'],
    ] as const) {
      await test.db.reminder.create({
        data: {
          recipient: `user:${userId}`,
          userId,
          day: new Date(day),
          state,
          createdAt: new Date(`${day}T07:00:00Z`),
          ...(state === 'sent' && { sentAt: new Date(`${day}T07:01:00Z`) }),
          items: { create: { municipalityId, roundId, departmentId, missing: 9, isManual: state === 'queued' } },
        },
      });
    }

    const answer = await overview();
    expect(of(answer, 'nuorisopalvelut')).toMatchObject({
      reporters: 3,
      visits: [
        { name: people[1]?.displayName, at: at(3).toISOString() },
        { name: people[0]?.displayName, at: at(2).toISOString() },
      ],
      drafts: 2,
      awaitingApproval: 1,
      comments: 2,
      lastReminder: {
        at: '2027-02-02T07:00:00.000Z',
        state: 'queued',
        isManual: true,
        to: people[1]?.displayName,
        missing: 9,
      },
      reopening: null,
    });
    expect(of(answer, 'perusopetus')).toMatchObject({ reporters: 0, visits: [], drafts: 0, comments: 0 });
    const waiting = answer.lint.filter(({ kind }) => kind === 'awaiting_approval');
    expect(waiting.map(({ department }) => department?.slug)).toEqual(['nuorisopalvelut']);
  });

  it('shows closing checks of answers in this round only', async () => {
    const { counts, lint } = await overview();
    const missing = lint.filter(({ kind }) => kind === 'missing');
    const waiting = lint.filter(({ kind }) => kind === 'awaiting_approval');
    expect(missing.length + waiting.length).toBeGreaterThanOrEqual(counts.missing);
    const [answered] = await addAnswers(test, round.id, {
      take: 1,
      skip: 60,
      progress: 'done',
      note: 'Valmis, mutta työ jatkuu ensi vuonna.',
    });
    const after = await overview();
    expect(after.lint.filter(({ kind }) => kind === 'done_continues')).toMatchObject([
      { measure: { code: answered?.measure.code }, department: { slug: answered?.department.slug } },
    ]);
    expect(after.lint.filter(({ kind }) => kind === 'missing')).toHaveLength(missing.length - 1);
    const withoutValue = after.lint.filter(({ kind }) => kind === 'no_value');
    expect(withoutValue.length).toBeGreaterThan(20);
  });
});

it('takes as many queries for 500 departments as for Kouvola’s', async () => {
  const size = { slug: 'suurkunta', name: 'Suurkunta', year: 2026, goals: 8, measures: 900, departments: 500 };
  await importPlan(test.db, PlanFile.parse(makePlan({ ...size, rounds: 2, seed: 4 })));
  const large = await test.db.round.findFirstOrThrow({
    where: { state: 'open', plan: { municipality: { slug: size.slug } } },
  });
  const who = await signIn(test, { role: 'coordinator', slug: size.slug, at: today });
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const costOf = async (slug: string, roundId: string, asking = by.who) => {
    query.mockClear();
    const answer = await ask(test, asking, roundManageApi.get, { params: { slug, roundId } });
    expect(answer.statusCode).toBe(200);
    const queries = query.mock.calls.filter(([first]) => (first as unknown) !== 'select 1').length;
    return { queries, departments: answer.json<RoundOverview>().departments.length };
  };
  const small = await costOf('kouvola', round.id);
  const many = await costOf(size.slug, large.id, who);

  expect(many.departments).toBeGreaterThan(450);
  expect(many.queries).toBe(small.queries);
  // This number includes the queries for the session and its roles.
  expect(small.queries).toBeLessThan(15);
});

it('writes nothing when rounds are read', async () => {
  const { Session: _before, ...before } = await contentsOf(test.db);
  await by.get(round.id);
  await by.list();
  await ask(test, null, roundApi.list, { params: { slug: 'kouvola', year: 2024 } as never });
  await test.app.inject(`${kouvola}/board?round=tilannekatsaus-2024`);
  const { Session: _after, ...after } = await contentsOf(test.db);
  expect(after).toEqual(before);
});

it('refuses reporters and approvers with 403', async () => {
  const params = { slug: 'kouvola', roundId: round.id };
  for (const role of ['reporter', 'approver'] as const) {
    const who = await signIn(test, { role, department: 'nuorisopalvelut', at: today });
    expectProblem(await ask(test, who, roundManageApi.get, { params }), 'forbidden');
  }
});
