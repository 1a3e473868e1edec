import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureApi, type MeasureRevision } from '@vointi/shared/measure/contract.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let code = '';
let department = '';
let author: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  author = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  const plan = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } });
  const { municipalityId, id: planId } = plan;
  const assignment = await test.db.assignment.findFirstOrThrow({
    where: { measure: { planId }, department: { slug: 'nuorisopalvelut' }, reports: { some: { progress: 'done' } } },
    include: { measure: true, department: true },
  });
  code = assignment.measure.code;
  department = assignment.department.slug;
  const opensAt = new Date('2027-02-01T22:00:00Z');
  const round = await test.db.round.create({
    data: {
      municipalityId,
      planId,
      order: 9,
      slug: 'kevat-2027',
      name: { fi: 'Kevät 2027' },
      periodAssessed: { fi: '2026' },
      state: 'open',
      opensAt,
      closesAt: new Date('2027-02-28T22:00:00Z'),
    },
  });
  const answer = {
    progress: 'in_progress',
    note: { fi: 'Hidastui' },
    confirmed: false,
    authorId: author.userId,
  } as const;
  const report = await test.db.report.create({
    data: {
      municipalityId,
      roundId: round.id,
      assignmentId: assignment.id,
      submittedAt: new Date('2027-02-03T10:00:00Z'),
      version: 2,
      ...answer,
    },
  });
  const revision = { municipalityId, reportId: report.id, ...answer };
  await test.db.reportRevision.createMany({
    data: [
      { ...revision, version: 1, note: { fi: 'Liisa X on sairaana' }, createdAt: new Date('2027-02-02T10:00:00Z') },
      { ...revision, version: 2, confirmed: true, onBehalfOf: 'Pullonen', createdAt: new Date('2027-02-03T10:00:00Z') },
    ],
  });
});
afterAll(() => test.close());

const params = () => ({ slug: 'kouvola', year: '2024', id: code });
const own = async (who: SignedIn | null) => {
  const answer = await ask(test, who, measureApi.revisions, { params: params() });
  return answer
    .json<{ revisions: MeasureRevision[] }>()
    .revisions.filter(({ department: { slug } }) => slug === department);
};

it('shows staff every version, newest first, with the former answer', async () => {
  const revisions = await own(author);
  expect(
    revisions.map(({ round, version, before, progress, at }) => [round.slug, version, before, progress, at]),
  ).toEqual([
    ['kevat-2027', 2, 'in_progress', 'in_progress', '2027-02-03T10:00:00.000Z'],
    ['kevat-2027', 1, 'done', 'in_progress', '2027-02-02T10:00:00.000Z'],
    ['tilannekatsaus-2024', 1, null, 'done', null],
  ]);
  expect(revisions[0]).toMatchObject({ confirmed: true, isOnBehalf: true, note: { fi: 'Hidastui' } });
});

it('shows the public the last version of each round only', async () => {
  const answer = await ask(test, null, measureApi.revisions, { params: params() });
  expect(answer.body).not.toContain('Liisa');
  expect(answer.json()).toMatchObject({ isWhole: false });
  const revisions = await own(null);
  expect(revisions.map(({ round, version, before, progress }) => [round.slug, version, before, progress])).toEqual([
    ['kevat-2027', 2, 'done', 'in_progress'],
    ['tilannekatsaus-2024', 1, null, 'done'],
  ]);
  const stranger = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
  expect(await own(stranger)).toEqual(revisions);
});

it('names people to staff of the municipality only', async () => {
  const leader = await signIn(test, { role: 'leader' });
  const stranger = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
  expect((await own(leader))[0]?.people).toEqual({
    author: author.displayName,
    approver: null,
    onBehalfOf: 'Pullonen',
  });
  for (const who of [null, stranger]) {
    const answer = await ask(test, who, measureApi.revisions, { params: params() });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain(author.displayName);
    expect(answer.body).not.toContain('Pullonen');
  }
});

it('answers 404 for a measure of another plan', async () => {
  const answer = await ask(test, null, measureApi.revisions, { params: { ...params(), id: 'ei-ole' } });
  expectProblem(answer, 'not_found');
});
