import type { Tx } from '@vointi/db/client.ts';
import { type MeasureColumns, measureColumns, type PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows, type Row } from './bulk.ts';
import { day, idOf, type Ids } from './import-shared.ts';
import { uuid7 } from '../../platform/uuid7.ts';

type Measure = PlanFile['measures'][number];
type Report = Measure['assignments'][number]['reports'][number];
export type Owner = { municipalityId: string; planId: string };
export type SharedIds = { departments: Ids; indicatorSets: Ids; indicators: Ids; goals: Ids; termMeasures: Ids };

const moment = (instant: string | undefined): Date | null => (instant === undefined ? null : new Date(instant));
const newIds = (names: readonly string[]): Ids => new Map(names.map((name) => [name, uuid7()]));

async function writeRounds(tx: Tx, { municipalityId, planId }: Owner, { rounds }: PlanFile): Promise<Ids> {
  const ids = newIds(rounds.map(({ slug }) => slug));
  await writeRows(
    tx,
    'Round',
    rounds.map(({ slug, name, periodAssessed, opensAt, closesAt, state, decision }, order) => ({
      id: idOf(ids, slug),
      municipalityId,
      planId,
      order,
      slug,
      name,
      periodAssessed,
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
      state,
      decisionDate: day(decision?.date),
      decisionSection: decision?.section ?? null,
    })),
  );
  return ids;
}

async function writeReports(
  tx: Tx,
  municipalityId: string,
  given: readonly { assignmentId: string; report: Report }[],
  rounds: Ids,
) {
  const now = new Date();
  const rows = given.map(({ assignmentId, report }) => {
    const said = {
      progress: report.progress,
      note: report.note ?? null,
      evidence: report.evidence ?? null,
      confirmed: report.confirmed,
      onBehalfOf: report.onBehalfOf ?? null,
    };
    return {
      id: uuid7(),
      assignmentId,
      roundId: idOf(rounds, report.round),
      submittedAt: moment(report.submittedAt),
      said,
    };
  });
  await writeRows(
    tx,
    'Report',
    rows.map(({ said, ...row }) => ({ ...row, municipalityId, origin: 'document' as const, ...said })),
  );
  await writeRows(
    tx,
    'ReportRevision',
    rows.map(({ id, submittedAt, said }) => ({
      id: uuid7(),
      municipalityId,
      reportId: id,
      version: 1,
      ...said,
      // What a department said counts from the day it said it.
      createdAt: submittedAt ?? now,
    })),
  );
}

/** A column that the table lacks does not compile. */
const ownColumns = (measure: MeasureColumns) =>
  Object.fromEntries(measureColumns.map((key) => [key, measure[key] ?? null])) as Pick<
    Row<'Measure'>,
    keyof MeasureColumns
  >;

async function writeMeasures(tx: Tx, { municipalityId, planId }: Owner, plan: PlanFile, ids: SharedIds, rounds: Ids) {
  const measures = plan.measures.map((measure) => ({ id: uuid7(), measure }));
  const rows = measures.map(({ id, measure }, order): Row<'Measure'> => ({
    id,
    municipalityId,
    planId,
    goalId: idOf(ids.goals, measure.goal),
    termMeasureId: measure.termMeasure === undefined ? null : idOf(ids.termMeasures, measure.termMeasure),
    order,
    code: measure.code,
    ...ownColumns(measure),
  }));
  await writeRows(tx, 'Measure', rows);

  const assignments = measures.flatMap(({ id: measureId, measure }) =>
    measure.assignments.map(({ department, reports }, order) => ({
      id: uuid7(),
      measureId,
      department,
      reports,
      order,
    })),
  );
  await writeRows(
    tx,
    'Assignment',
    assignments.map(({ id, measureId, department, order }) => ({
      id,
      municipalityId,
      measureId,
      departmentId: idOf(ids.departments, department),
      order,
    })),
  );
  await writeRows(
    tx,
    'MeasureIndicator',
    measures.flatMap(({ id: measureId, measure }) =>
      measure.indicators.map((slug, order) => ({
        municipalityId,
        measureId,
        indicatorId: idOf(ids.indicators, slug),
        order,
      })),
    ),
  );
  await writeRows(
    tx,
    'MeasureIndicatorSet',
    measures.flatMap(({ id: measureId, measure }) =>
      measure.indicatorSets.map((slug, order) => ({
        municipalityId,
        measureId,
        indicatorSetId: idOf(ids.indicatorSets, slug),
        order,
      })),
    ),
  );
  await writeReports(
    tx,
    municipalityId,
    assignments.flatMap(({ id: assignmentId, reports }) => reports.map((report) => ({ assignmentId, report }))),
    rounds,
  );
  return new Map(measures.map(({ id, measure }) => [measure.code, id]));
}

async function writeFindings(tx: Tx, owner: Owner, { findings }: PlanFile, indicators: Ids, measures: Ids) {
  const ids = newIds(findings.map(({ slug }) => slug));
  const { municipalityId } = owner;
  await writeRows(
    tx,
    'Finding',
    findings.map(({ slug, tone, state, text, period, ageGroups }, order) => ({
      id: idOf(ids, slug),
      ...owner,
      order,
      slug,
      tone,
      state,
      text,
      period,
      ageGroups,
    })),
  );
  await writeRows(
    tx,
    'FindingIndicator',
    findings.flatMap((finding) =>
      finding.indicators.map((slug, order) => ({
        municipalityId,
        findingId: idOf(ids, finding.slug),
        indicatorId: idOf(indicators, slug),
        order,
      })),
    ),
  );
  await writeRows(
    tx,
    'FindingMeasure',
    findings.flatMap((finding) =>
      finding.measures.map((code, order) => ({
        municipalityId,
        findingId: idOf(ids, finding.slug),
        measureId: idOf(measures, code),
        order,
      })),
    ),
  );
}

/** Everything that belongs to the one plan; what it shares with other plans is there already. */
export async function writePlanRows(tx: Tx, owner: Owner, plan: PlanFile, shared: SharedIds): Promise<void> {
  const rounds = await writeRounds(tx, owner, plan);
  const measures = await writeMeasures(tx, owner, plan, shared, rounds);
  await writeFindings(tx, owner, plan, shared.indicators, measures);
}

/** Takes away everything that belongs to the one plan; its reports and links go with their rows. */
export async function deletePlanRows(tx: Tx, planId: string): Promise<void> {
  await tx.finding.deleteMany({ where: { planId } });
  await tx.round.deleteMany({ where: { planId } });
  await tx.measure.deleteMany({ where: { planId } });
}
