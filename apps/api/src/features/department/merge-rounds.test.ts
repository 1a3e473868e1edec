import { afterAll, beforeAll, expect, it } from 'vitest';
import { departmentManageApi as api } from '@vointi/shared/department/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { signIn } from '../../testing/sign-in.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('moves drafts, comments, visits, reminders and reopenings', async () => {
  const admin = await signIn(test, { role: 'admin' });
  const [one, two] = [await signIn(test, { role: 'leader' }), await signIn(test, { role: 'leader' })];
  const { id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  const [from, into] = await Promise.all(
    ['vanha', 'uusi'].map((slug) =>
      test.db.department.create({
        data: { municipalityId, slug, order: 900, kind: 'department', name: { fi: `${slug} yksikkö` } },
      }),
    ),
  );
  const round = await test.db.round.findFirstOrThrow({ where: { slug: 'tilannekatsaus-2024' } });
  const measure = await test.db.measure.findFirstOrThrow({ where: { planId: round.planId } });
  const [gone, kept] = await Promise.all(
    [from, into].map((department) =>
      test.db.assignment.create({
        data: { municipalityId, measureId: measure.id, departmentId: department?.id ?? '', order: 90 },
      }),
    ),
  );
  if (!from || !into || !gone || !kept) throw new Error('nothing was created');
  const of = { municipalityId, roundId: round.id };
  const draft = (assignmentId: string, authorId: string, note: string) => ({ ...of, assignmentId, authorId, note });
  await test.db.reportDraft.createMany({
    data: [
      draft(gone.id, one.userId, 'vanhan sanat'),
      { ...draft(kept.id, one.userId, 'uuden sanat'), sentAt: new Date(), confirmed: true },
      { ...draft(gone.id, two.userId, 'toisen sanat'), sentAt: new Date() },
    ],
  });
  await test.db.reportComment.create({ data: { ...of, assignmentId: gone.id, authorId: one.userId, text: 'Huomio' } });
  const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')];
  await test.db.reportVisit.createMany({
    data: [
      { ...of, departmentId: from.id, userId: one.userId, firstAt: early, lastAt: early },
      { ...of, departmentId: into.id, userId: one.userId, firstAt: late, lastAt: late },
      { ...of, departmentId: from.id, userId: two.userId, firstAt: early, lastAt: late },
    ],
  });
  await test.db.reminder.create({
    data: {
      recipient: `user:${one.userId}`,
      day: early,
      items: { create: [from, into].map(({ id: departmentId }) => ({ ...of, departmentId, missing: 2 })) },
    },
  });
  const again = (departmentId: string, until: string) => ({
    ...of,
    departmentId,
    reason: 'Syy',
    authorId: admin.userId,
    until: new Date(until),
  });
  await test.db.roundReopening.createMany({ data: [again(from.id, '2100-02-01'), again(into.id, '2100-01-01')] });

  const answer = await ask(test, admin, api.merge, {
    params: { slug: 'kouvola', id: from.id },
    body: { into: into.id, version: 1 },
  });
  expect(answer.statusCode).toBe(200);

  const drafts = await test.db.reportDraft.findMany({ where: { assignmentId: kept.id }, orderBy: { note: 'asc' } });
  expect(drafts.map(({ authorId, note }) => [authorId, note])).toEqual([
    [two.userId, 'toisen sanat'],
    [one.userId, 'uuden sanat\nvanhan sanat'],
  ]);
  // A single draft still waits for the approver; a merged one must be sent by its writer.
  expect(drafts.map(({ sentAt, confirmed }) => [sentAt !== null, confirmed])).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(await test.db.reportComment.count({ where: { assignmentId: kept.id, text: 'Huomio' } })).toBe(1);
  const visits = await test.db.reportVisit.findMany({ where: { departmentId: into.id } });
  expect(visits).toHaveLength(2);
  for (const { firstAt, lastAt } of visits) expect([firstAt, lastAt]).toEqual([early, late]);
  const items = await test.db.reminderItem.findMany({ where: { roundId: round.id } });
  expect(items).toMatchObject([{ departmentId: into.id, missing: 4 }]);
  const reopenings = await test.db.roundReopening.findMany({ where: { roundId: round.id, endedAt: null } });
  expect(reopenings).toMatchObject([{ departmentId: into.id, until: new Date('2100-02-01') }]);
});
