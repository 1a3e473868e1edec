import * as fc from 'fast-check';
import type { Prisma } from '@vointi/db/client.ts';
import { anyPlan } from '@vointi/shared/plan/testing/any-plan.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { expect, it } from 'vitest';
import { checked, contentsOf, useDatabase } from '../../testing/plan-contents.ts';
import { exportPlan } from './export.ts';
import { importPlan } from './import.ts';
import { snapshotClosedRounds } from './snapshot.ts';

const used = useDatabase();
/** What a load writes about itself. */
const ofTheLoad = ['AuditEntry'];

async function contents() {
  const all = await contentsOf(used.db);
  for (const table of ofTheLoad) delete all[table];
  return all;
}

type Change = { at: number; progress: 'not_started' | 'in_progress' | 'done' | null; note: string };
const anyChanges = fc.array(
  fc.record({
    at: fc.nat(500),
    progress: fc.constantFrom('not_started', 'in_progress', 'done', null),
    note: fc.stringMatching(/^[a-zåäö]{1,12}$/),
  }),
  { maxLength: 12 },
);

/** The plan as it is after a while in use: answers, words under way, figures, decisions, other names, a new round. */
async function live(slug: string, changes: readonly Change[]): Promise<void> {
  const { db } = used;
  const plan = await db.plan.findFirstOrThrow({ where: { municipality: { slug } } });
  const { id: planId, municipalityId } = plan;
  const author = await db.user.create({ data: { email: `${slug}@kunta.example`, displayName: 'Aino' } });
  const measures = await db.measure.findMany({
    where: { planId },
    include: { assignments: true },
    orderBy: { id: 'asc' },
  });
  const last = await db.round.aggregate({ where: { planId }, _max: { order: true } });
  const text = { fi: 'x' };
  const round = await db.round.create({
    data: {
      municipalityId,
      planId,
      order: (last._max.order ?? -1) + 1,
      slug: 'tuotteessa-avattu',
      name: text,
      periodAssessed: text,
      opensAt: new Date('2027-01-04T00:00:00Z'),
      closesAt: new Date('2027-02-04T00:00:00Z'),
      state: 'closed',
      closedAt: new Date('2027-02-05T00:00:00Z'),
    },
  });
  const assignments = measures.flatMap((measure) => measure.assignments);
  for (const { at, progress, note } of changes) {
    const assignment = assignments[at % Math.max(assignments.length, 1)];
    if (!assignment) break;
    const key = { roundId: round.id, assignmentId: assignment.id };
    const said: Omit<Prisma.ReportUncheckedCreateInput, 'roundId' | 'assignmentId'> = {
      municipalityId,
      progress,
      note: { fi: note },
      authorId: author.id,
      submittedAt: new Date('2027-01-20T00:00:00Z'),
    };
    const report = await db.report.upsert({
      where: { roundId_assignmentId: key },
      create: { ...key, ...said },
      update: said,
    });
    await db.reportRevision.upsert({
      where: { reportId_version: { reportId: report.id, version: 1 } },
      create: { municipalityId, reportId: report.id, version: 1, progress, confirmed: false, authorId: author.id },
      update: {},
    });
    await db.reportComment.create({ data: { ...key, municipalityId, authorId: author.id, text: note } });
    const draft = { ...key, authorId: author.id };
    await db.reportDraft.upsert({
      where: { roundId_assignmentId_authorId: draft },
      create: { ...draft, municipalityId, note },
      update: { note },
    });
  }
  const [measure] = measures;
  if (measure) {
    const decision = {
      municipalityId,
      planId,
      measureCode: measure.code,
      authorId: author.id,
      text: 'Merkittiin tiedoksi.',
    };
    await db.measureDecision.create({
      data: { ...decision, meeting: 'Lautakunta', decidedOn: new Date('2027-03-01') },
    });
  }
  await db.$transaction((tx) => snapshotClosedRounds(tx, { id: round.id }, new Date('2027-02-05T00:00:00Z')));
  await db.indicatorValue.updateMany({
    where: { municipalityId, kind: 'number', isMissing: false },
    data: { number: 321, version: { increment: 1 } },
  });
  await db.finding.updateMany({ where: { planId }, data: { text: { fi: 'Sanottu tuotteessa toisin' } } });
  await db.department.updateMany({ where: { municipalityId }, data: { name: { fi: 'Nimetty tuotteessa' } } });
}

it('an export that is loaded again leaves every row as it was, whatever departments did in between', async () => {
  let number = 0;
  const property = fc.asyncProperty(anyPlan('x'), anyChanges, async (file, changes) => {
    const slug = `sama-${(number += 1)}`;
    const { municipality, plan, ...rest } = checked(file);
    const named = { ...rest, municipality: { ...municipality, slug }, plan: { ...plan, year: 2026 } };
    expect(await importPlan(used.db, named)).not.toHaveProperty('problems');
    await live(slug, changes);
    const exported = checked(await exportPlan(used.db, slug, 2026));
    const before = await contents();
    const result = await importPlan(used.db, exported, { isUpdate: true });
    expect(result).toMatchObject({ outcome: { added: {}, differences: [], lacking: [] } });
    expect(await contents()).toEqual(before);
  });
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

it('the file as it was first loaded takes nothing back that departments gave', async () => {
  const size = {
    slug: 'pysyvala',
    name: 'Pysyvälä',
    year: 2026,
    goals: 3,
    measures: 30,
    departments: 5,
    rounds: 2,
    seed: 9,
  };
  const plan = checked(makePlan(size));
  await importPlan(used.db, plan);
  await live(
    'pysyvala',
    Array.from({ length: 20 }, (_, at) => ({ at, progress: 'done' as const, note: `vastaus ${at}` })),
  );
  const before = await contents();
  const result = await importPlan(used.db, plan, { isUpdate: true });
  expect(result).toHaveProperty('outcome.differences.length', expect.any(Number));
  expect(await contents()).toEqual(before);
});
