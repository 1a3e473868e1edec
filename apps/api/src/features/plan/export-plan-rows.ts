import type { Tx } from '@vointi/db/client.ts';
import { type MeasureColumns, measureColumns, type PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { dayOf, orAbsent, slugsOf, text, textOrAbsent } from './export-shared.ts';

type Measure = PlanFileInput['measures'][number];
type Assignment = Measure['assignments'][number];
type Report = NonNullable<Assignment['reports']>[number];

/** Lists by the id of the row they belong to. */
function grouped<R, V>(rows: readonly R[], idOf: (row: R) => string, valueOf: (row: R) => V): Map<string, V[]> {
  const lists = new Map<string, V[]>();
  for (const row of rows) {
    const list = lists.get(idOf(row));
    if (list) list.push(valueOf(row));
    else lists.set(idOf(row), [valueOf(row)]);
  }
  return lists;
}

export async function readRounds(tx: Tx, planId: string): Promise<PlanFileInput['rounds']> {
  const rows = await tx.round.findMany({ where: { planId }, orderBy: { order: 'asc' } });
  return rows.map((row) => ({
    slug: row.slug,
    name: text(row.name),
    periodAssessed: text(row.periodAssessed),
    opensAt: row.opensAt?.toISOString(),
    closesAt: row.closesAt?.toISOString(),
    state: row.state,
    decision:
      row.decisionDate && row.decisionSection !== null
        ? { date: dayOf(row.decisionDate) ?? '', section: row.decisionSection }
        : undefined,
  }));
}

async function readReports(tx: Tx, planId: string): Promise<Map<string, Report[]>> {
  const rows = await tx.report.findMany({
    where: { round: { planId } },
    include: { round: { select: { slug: true } } },
  });
  // A report that has no progress any more says nothing that the format can carry.
  const answered = rows.flatMap(({ progress, ...row }) => (progress === null ? [] : [{ ...row, progress }]));
  return grouped(
    answered,
    (row) => row.assignmentId,
    (row) => ({
      round: row.round.slug,
      progress: row.progress,
      note: textOrAbsent(row.note),
      evidence: textOrAbsent(row.evidence),
      confirmed: row.confirmed,
      onBehalfOf: orAbsent(row.onBehalfOf),
      origin: row.origin,
      submittedAt: row.submittedAt?.toISOString(),
    }),
  );
}

async function readAssignments(tx: Tx, planId: string): Promise<Map<string, Assignment[]>> {
  const reports = await readReports(tx, planId);
  const rows = await tx.assignment.findMany({
    where: { measure: { planId } },
    select: { id: true, measureId: true, department: { select: { slug: true } } },
    orderBy: { order: 'asc' },
  });
  return grouped(
    rows,
    (row) => row.measureId,
    (row) => ({ department: row.department.slug, reports: reports.get(row.id) ?? [] }),
  );
}

/** Each table is read once and joined here: what a plan costs to read does not grow with its number of queries. */
export async function readMeasures(tx: Tx, planId: string): Promise<PlanFileInput['measures']> {
  const where = { measure: { planId } };
  const assignments = await readAssignments(tx, planId);
  const indicators = grouped(
    await tx.measureIndicator.findMany({
      where,
      select: { measureId: true, indicator: { select: { slug: true } } },
      orderBy: { order: 'asc' },
    }),
    (row) => row.measureId,
    (row) => row.indicator.slug,
  );
  const sets = grouped(
    await tx.measureIndicatorSet.findMany({
      where,
      select: { measureId: true, indicatorSet: { select: { slug: true } } },
      orderBy: { order: 'asc' },
    }),
    (row) => row.measureId,
    (row) => row.indicatorSet.slug,
  );
  const rows = await tx.measure.findMany({
    where: { planId },
    include: { goal: { select: { slug: true } }, termMeasure: { select: { code: true } } },
    orderBy: [{ order: 'asc' }, { code: 'asc' }],
  });
  return rows.map((row) => ({
    code: row.code,
    goal: row.goal.slug,
    termMeasure: row.termMeasure?.code,
    ...(Object.fromEntries(measureColumns.map((key) => [key, orAbsent<unknown>(row[key])])) as MeasureColumns),
    indicators: indicators.get(row.id) ?? [],
    indicatorSets: sets.get(row.id) ?? [],
    assignments: assignments.get(row.id) ?? [],
  }));
}

export async function readFindings(tx: Tx, planId: string): Promise<PlanFileInput['findings']> {
  const rows = await tx.finding.findMany({
    where: { planId },
    include: {
      indicators: { select: { indicator: { select: { slug: true } } }, orderBy: { order: 'asc' } },
      measures: { select: { measure: { select: { code: true } } }, orderBy: { order: 'asc' } },
    },
    orderBy: { order: 'asc' },
  });
  return rows.map((row) => ({
    slug: row.slug,
    tone: row.tone,
    state: row.state,
    text: text(row.text),
    period: row.period,
    ageGroups: row.ageGroups,
    indicators: slugsOf(row.indicators),
    measures: row.measures.map(({ measure }) => measure.code),
  }));
}
