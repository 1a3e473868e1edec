import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '@vointi/db/client.ts';
import { departmentManageApi as api, type MergePreview } from '@vointi/shared/department/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
let municipalityId: string;
let count = 0;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
  const municipality = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  municipalityId = municipality.id;
});
afterAll(() => test.close());

const slug = 'kouvola';
const preview = (id: string, into: string) =>
  ask(test, admin, api.previewMerge, { params: { slug, id }, query: { into } });
const merge = (id: string, into: string, version = 1) =>
  ask(test, admin, api.merge, { params: { slug, id }, body: { into, version } });

type Made = Awaited<ReturnType<typeof make>>;
/** Two departments, three measures and two rounds; each test says who answered what. */
async function make() {
  count += 1;
  const department = (name: string) =>
    test.db.department.create({
      data: {
        municipalityId,
        slug: `${name}-${count}`,
        order: 900,
        kind: 'department',
        name: { fi: `${name} ${count}` },
      },
    });
  const plan = await test.db.plan.findFirstOrThrow({
    where: { municipalityId },
    include: { measures: { take: 3, orderBy: { code: 'asc' } } },
  });
  const round = (order: number) =>
    test.db.round.create({
      data: {
        municipalityId,
        planId: plan.id,
        order: 100 + count * 10 + order,
        slug: `r-${count}-${order}`,
        name: { fi: 'Kierros' },
        periodAssessed: { fi: 'Kevät' },
        state: 'closed',
      },
    });
  const [from, into, first, second] = [
    await department('vanha'),
    await department('uusi'),
    await round(1),
    await round(2),
  ];
  const assign = (departmentId: string, index: number) =>
    test.db.assignment.create({
      data: { municipalityId, departmentId, measureId: plan.measures[index]?.id ?? '', order: 50 },
    });
  const report = async (
    assignmentId: string,
    roundId: string,
    data: Partial<Prisma.ReportUncheckedCreateInput> = {},
  ) => {
    const answer = { progress: 'done', ...data } as const;
    const { id } = await test.db.report.create({ data: { municipalityId, assignmentId, roundId, ...answer } });
    await test.db.reportRevision.create({
      data: { municipalityId, reportId: id, version: 1, confirmed: false, progress: answer.progress ?? null },
    });
    return id;
  };
  return { from, into, first, second, codes: plan.measures.map(({ code }) => code), assign, report };
}

let made: Made;
beforeEach(async () => {
  made = await make();
});

it('moves assignments with their answers, roles, mappings, successors and names', async () => {
  const { from, into, first, assign, report } = made;
  const assignment = await assign(from.id, 0);
  const reportId = await report(assignment.id, first.id, { note: { fi: 'Valmis' } });
  const both = await signIn(test, {
    role: 'reporter',
    department: from.slug,
    also: [{ role: 'reporter', department: into.slug }],
  });
  const one = await signIn(test, { role: 'approver', department: from.slug });
  const mapping = { municipalityId, claim: 'groups', value: `ryhmä ${count}` as string, role: 'reporter' as const };
  await test.db.identityMapping.createMany({
    data: [from, into]
      .map(({ id }) => ({ ...mapping, departmentId: id }))
      .concat([{ ...mapping, value: `vain ${count}`, departmentId: from.id }]),
  });
  await test.db.department.update({
    where: { id: from.id },
    data: { aliases: ['Entinen', `UUSI ${count}`], name: { fi: `vanha ${count}`, sv: `gammal ${count}` } },
  });
  const follower = (await make()).from;
  await test.db.department.update({ where: { id: follower.id }, data: { successorId: from.id } });

  const mergePreview = (await preview(from.id, into.id)).json<MergePreview>();
  expect(mergePreview).toEqual({
    from: expect.objectContaining({ slug: from.slug }),
    into: expect.objectContaining({ slug: into.slug }),
    moved: 1,
    joined: [],
    conflicts: [],
    people: 2,
    aliases: [`vanha ${into.slug.split('-')[1]}`, `gammal ${into.slug.split('-')[1]}`, 'Entinen'],
    surplusAliases: 0,
    isPossible: true,
  });
  expect(await test.db.department.count({ where: { id: from.id } })).toBe(1);

  const row = (await merge(from.id, into.id)).json();
  expect(row).toMatchObject({ id: into.id, aliases: mergePreview.aliases, assignments: 1, people: 2, version: 2 });
  expect(await test.db.department.count({ where: { id: from.id } })).toBe(0);
  expect(await test.db.assignment.findUnique({ where: { id: assignment.id } })).toMatchObject({
    departmentId: into.id,
  });
  expect(await test.db.report.findUnique({ where: { id: reportId }, include: { revisions: true } })).toMatchObject({
    note: { fi: 'Valmis' },
    revisions: [{ version: 1 }],
  });
  const roles = await test.db.membership.findMany({ where: { userId: { in: [both.userId, one.userId] } } });
  expect(roles.map(({ role, departmentId }) => [role, departmentId]).toSorted()).toEqual([
    ['approver', into.id],
    ['reporter', into.id],
  ]);
  expect(await test.db.identityMapping.count({ where: { departmentId: into.id } })).toBe(2);
  expect(await test.db.department.findUnique({ where: { id: follower.id } })).toMatchObject({ successorId: into.id });
});

it('joins two assignments where at most one has answered each round', async () => {
  const { from, into, first, second, codes, assign, report } = made;
  const [gone, kept] = [await assign(from.id, 0), await assign(into.id, 0)];
  const early = await report(gone.id, first.id);
  const late = await report(kept.id, second.id, { progress: 'in_progress' });
  expect((await preview(from.id, into.id)).json()).toMatchObject({
    moved: 0,
    joined: [{ year: 2024, code: codes[0] }],
    isPossible: true,
  });
  expect((await merge(from.id, into.id)).statusCode).toBe(200);
  const left = await test.db.assignment.findMany({
    where: { id: { in: [gone.id, kept.id] } },
    include: { reports: { include: { revisions: true } } },
  });
  expect(left.map(({ id }) => id)).toEqual([kept.id]);
  expect(left[0]?.reports.map(({ id, revisions }) => [id, revisions.length]).toSorted()).toEqual(
    [
      [early, 1],
      [late, 1],
    ].toSorted(),
  );
});

it('keeps the answer when the other report is empty', async () => {
  const { from, into, first, second, assign, report } = made;
  const [gone, kept] = [await assign(from.id, 0), await assign(into.id, 0)];
  const answerIds = [await report(gone.id, first.id), await report(kept.id, second.id)];
  await report(kept.id, first.id, { progress: null });
  await report(gone.id, second.id, { progress: null });
  expect((await merge(from.id, into.id)).statusCode).toBe(200);
  const left = await test.db.report.findMany({ where: { assignmentId: kept.id } });
  expect(left.map(({ id }) => id).toSorted()).toEqual(answerIds.toSorted());
});

describe('when both have answered in one round', () => {
  it('moves nothing and names the measures', async () => {
    const { from, into, first, codes, assign, report } = made;
    await assign(from.id, 1);
    for (const department of [from, into]) await report((await assign(department.id, 0)).id, first.id);
    const before = await test.db.assignment.findMany({
      where: { departmentId: { in: [from.id, into.id] } },
      orderBy: { id: 'asc' },
    });
    expect((await preview(from.id, into.id)).json()).toMatchObject({
      moved: 1,
      joined: [],
      conflicts: [{ year: 2024, code: codes[0] }],
      isPossible: false,
    });
    const { details } = expectProblem(await merge(from.id, into.id), 'invalid_request');
    expect(details).toEqual([
      { path: 'body.into', reason: 'merge_conflict', message: expect.stringContaining(`2024/${codes[0]}`) },
    ]);
    expect(
      await test.db.assignment.findMany({
        where: { departmentId: { in: [from.id, into.id] } },
        orderBy: { id: 'asc' },
      }),
    ).toEqual(before);
  });

  it('counts a withdrawn answer too', async () => {
    const { from, into, first, assign, report } = made;
    await report((await assign(from.id, 0)).id, first.id);
    const taken = await report((await assign(into.id, 0)).id, first.id);
    await test.db.report.update({ where: { id: taken }, data: { progress: null, version: 2 } });
    expect((await preview(from.id, into.id)).json()).toMatchObject({ isPossible: false });
  });
});

it('keeps an answer that is submitted during the merge', async () => {
  const { from, into, first, assign } = made;
  const [gone] = [await assign(from.id, 0), await assign(into.id, 0)];
  const data = { municipalityId, assignmentId: gone.id, roundId: first.id, progress: 'done' } as const;
  let merging: ReturnType<typeof merge> | undefined;
  await test.db.$transaction(async (tx) => {
    await tx.report.create({ data });
    merging = merge(from.id, into.id);
    await new Promise((later) => setTimeout(later, 200));
  });
  expect((await merging)?.statusCode).toBe(200);
  expect(await test.db.report.count({ where: { roundId: first.id, progress: 'done' } })).toBe(1);
});

it('refuses itself, an unknown department, a stale version and a circle of successors', async () => {
  const { from, into } = made;
  const foreign = await test.db.department.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
  const unknown = [{ path: 'body.into', reason: 'department_unknown' }];
  expect(expectProblem(await merge(from.id, from.id), 'invalid_request').details).toMatchObject(unknown);
  expect(expectProblem(await merge(from.id, foreign.id), 'invalid_request').details).toMatchObject(unknown);
  expectProblem(await merge(foreign.id, into.id, foreign.version), 'not_found');
  expectProblem(await preview(foreign.id, into.id), 'not_found');
  expect(expectProblem(await merge(from.id, into.id, 7), 'conflict').current).toMatchObject({
    id: from.id,
    version: 1,
  });

  const between = (await make()).from;
  await test.db.department.update({ where: { id: between.id }, data: { successorId: from.id } });
  await test.db.department.update({ where: { id: into.id }, data: { successorId: between.id } });
  expect((await preview(from.id, into.id)).json()).toMatchObject({ conflicts: [], isPossible: false });
  expect(expectProblem(await merge(from.id, into.id), 'invalid_request').details).toMatchObject([
    { reason: 'department_circular' },
  ]);
});

it('refuses a merge with too many names, and the preview says how many', async () => {
  const { from, into } = made;
  const aliases = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word} ${index}`);
  await test.db.department.update({ where: { id: into.id }, data: { aliases: aliases(12, 'Toinen nimi') } });
  await test.db.department.update({ where: { id: from.id }, data: { aliases: aliases(9, 'Entinen nimi') } });
  const mergePreview = (await preview(from.id, into.id)).json<MergePreview>();
  expect(mergePreview).toMatchObject({ conflicts: [], surplusAliases: 2, isPossible: false });
  expect(expectProblem(await merge(from.id, into.id), 'invalid_request').details).toMatchObject([
    { path: 'body.into', reason: 'aliases_too_many' },
  ]);
  await test.db.department.update({ where: { id: from.id }, data: { aliases: aliases(7, 'Entinen nimi') } });
  expect((await preview(from.id, into.id)).json()).toMatchObject({ surplusAliases: 0, isPossible: true });
  expect((await merge(from.id, into.id)).json<{ aliases: string[] }>().aliases).toHaveLength(20);
});

it('leaves a predecessor without itself as successor', async () => {
  const { from, into } = made;
  await test.db.department.update({ where: { id: into.id }, data: { successorId: from.id } });
  expect((await merge(from.id, into.id)).json()).toMatchObject({ successor: null });
});

it('makes one department of two that are merged into each other at once', async () => {
  const { from, into } = made;
  const answers = await Promise.all([merge(from.id, into.id), merge(into.id, from.id)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(await test.db.department.count({ where: { id: { in: [from.id, into.id] } } })).toBe(1);
});

it('shows on the board at once, and is audited with counts', async () => {
  const { from, into, assign } = made;
  await assign(from.id, 2);
  const board = async () => (await test.app.inject(`${kouvola}/board`)).body;
  // This read caches the board, so only a notification makes the next one read it again.
  expect(await board()).toContain(`"${from.slug}"`);
  await merge(from.id, into.id);
  await expect.poll(board).not.toContain(`"${from.slug}"`);
  expect(await board()).toContain(`"${into.slug}"`);
  expect(
    await test.db.auditEntry.findFirst({ orderBy: { sequence: 'desc' }, where: { municipalityId } }),
  ).toMatchObject({
    action: 'department.merge',
    subject: `department:${from.id}`,
    actorId: admin.userId,
    after: { into: into.id, moved: 1, joined: 0, people: 0 },
  });
});
