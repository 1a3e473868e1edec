import { isDeepStrictEqual } from 'node:util';
import { type MeasureColumns, measureColumns, type PlanFile } from '@vointi/shared/plan/interchange.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { type Model, type Row, writeRows } from './bulk.ts';
import { listDifferences } from './import-merge.ts';
import { countAdded, type Import } from './import-outcome.ts';
import { idOf, idsFor, type Ids } from './import-shared.ts';

type Measure = PlanFile['measures'][number];
export type SharedIds = { departments: Ids; indicatorSets: Ids; indicators: Ids; goals: Ids; termMeasures: Ids };

/** A column that the table lacks does not compile. */
const ownColumns = (measure: MeasureColumns) =>
  Object.fromEntries(measureColumns.map((key) => [key, measure[key] ?? null])) as Pick<
    Row<'Measure'>,
    keyof MeasureColumns
  >;

/** Where every measure stands: as the file orders them, and after them those that it lacks. */
function ordersOf(stored: readonly { code: string; order: number }[], codes: readonly string[]): Map<string, number> {
  const inFile = new Set(codes);
  const known = stored.filter(({ code }) => inFile.has(code)).map(({ code }) => code);
  const knownCodes = new Set(known);
  const isInOrder = isDeepStrictEqual(
    known,
    codes.filter((code) => knownCodes.has(code)),
  );
  if (isInOrder) {
    const orders = new Map(stored.map(({ code, order }) => [code, order]));
    let last = Math.max(-1, ...orders.values());
    for (const code of codes) if (!orders.has(code)) orders.set(code, (last += 1));
    return orders;
  }
  const lacking = stored.filter(({ code }) => !inFile.has(code)).map(({ code }) => code);
  return new Map([...codes, ...lacking].map((code, order) => [code, order]));
}

/**
 * The measures of the file, by their code: they keep their ids, since decisions and reports hang on them. What the file
 * lacks stays.
 */
export async function saveMeasures(importing: Import, { measures }: PlanFile, ids: SharedIds): Promise<Ids> {
  const { tx, municipalityId, planId, isNew, outcome } = importing;
  const found = isNew
    ? []
    : await tx.measure.findMany({ where: { planId }, orderBy: [{ order: 'asc' }, { code: 'asc' }] });
  const stored = new Map(found.map((row) => [row.code, row]));
  const codes = measures.map(({ code }) => code);
  const measureIds = idsFor(codes, stored);
  const orders = ordersOf(found, codes);
  const rows: Row<'Measure'>[] = [];
  for (const measure of measures) {
    const { code } = measure;
    const row = {
      id: idOf(measureIds, code),
      municipalityId,
      planId,
      goalId: idOf(ids.goals, measure.goal),
      termMeasureId: measure.termMeasure === undefined ? null : idOf(ids.termMeasures, measure.termMeasure),
      order: orders.get(code) ?? 0,
      code,
      ...ownColumns(measure),
    };
    const before = stored.get(code);
    const differences = before ? listDifferences('measure', { name: code, row }, before, true) : [];
    if (before && differences.length === 0) continue;
    outcome.differences.push(...differences.filter(({ field }) => field !== 'order'));
    rows.push(row);
  }
  const lacking = found.filter(({ code }) => !measureIds.has(code));
  outcome.lacking.push(...lacking.map(({ code }) => ({ part: 'measure' as const, name: code })));
  for (const { id, code, order } of lacking) {
    const moved = orders.get(code) ?? order;
    if (moved !== order) await tx.measure.update({ where: { id }, data: { order: moved, version: { increment: 1 } } });
  }
  await writeRows(tx, 'Measure', rows, { update: true });
  countAdded(importing, 'measure', codes.filter((code) => !stored.has(code)).length);
  await saveLinks(importing, measures, measureIds, ids);
  return measureIds;
}

/** Adds the indicators and sets that a measure of the file names and the stored one does not. */
async function saveLinks(importing: Import, measures: readonly Measure[], measureIds: Ids, ids: SharedIds) {
  const { tx, planId, isNew } = importing;
  const where = { measure: { planId } };
  const indicators = (isNew ? [] : await tx.measureIndicator.findMany({ where })).map(
    ({ indicatorId: linked, ...row }) => ({
      ...row,
      linked,
    }),
  );
  const sets = (isNew ? [] : await tx.measureIndicatorSet.findMany({ where })).map(
    ({ indicatorSetId: linked, ...row }) => ({
      ...row,
      linked,
    }),
  );
  await addLinks(importing, 'MeasureIndicator', 'indicatorId', indicators, (measure) =>
    measure.indicators.map((slug) => idOf(ids.indicators, slug)),
  );
  await addLinks(importing, 'MeasureIndicatorSet', 'indicatorSetId', sets, (measure) =>
    measure.indicatorSets.map((slug) => idOf(ids.indicatorSets, slug)),
  );

  async function addLinks(
    { municipalityId, outcome }: Import,
    model: Model,
    key: 'indicatorId' | 'indicatorSetId',
    stored: readonly { measureId: string; order: number; linked: string }[],
    wantedOf: (measure: Measure) => string[],
  ) {
    const byMeasure = Map.groupBy(stored, ({ measureId }) => measureId);
    const rows = measures.flatMap((measure) => {
      const measureId = idOf(measureIds, measure.code);
      const before = byMeasure.get(measureId) ?? [];
      const known = new Set(before.map((link) => link.linked));
      const wanted = wantedOf(measure);
      if (before.some((link) => !wanted.includes(link.linked))) {
        outcome.lacking.push({
          part: 'measure',
          name: `${measure.code}: ${key === 'indicatorId' ? 'indicators' : 'indicatorSets'}`,
        });
      }
      const last = Math.max(-1, ...before.map(({ order }) => order));
      return wanted
        .filter((id) => !known.has(id))
        .map((id, at) => ({ municipalityId, measureId, [key]: id, order: last + 1 + at }));
    });
    await writeRows(tx, model, rows as never);
  }
}

type Report = Measure['assignments'][number]['reports'][number];
export type GivenReport = { assignmentId: string; name: string; report: Report };

/** The assignments of the file, by measure and department; what it lacks stays. @returns its reports by assignment */
export async function saveAssignments(
  importing: Import,
  { measures }: PlanFile,
  measureIds: Ids,
  departments: Ids,
): Promise<GivenReport[]> {
  const { tx, municipalityId, planId, isNew, outcome } = importing;
  const include = { department: { select: { slug: true } } };
  const found = isNew ? [] : await tx.assignment.findMany({ where: { measure: { planId } }, include });
  const byMeasure = Map.groupBy(found, ({ measureId }) => measureId);
  const rows: Row<'Assignment'>[] = [];
  const given = measures.flatMap(({ code, assignments }) => {
    const measureId = idOf(measureIds, code);
    const before = byMeasure.get(measureId) ?? [];
    let last = Math.max(-1, ...before.map(({ order }) => order));
    const named = new Set(assignments.map(({ department }) => idOf(departments, department)));
    for (const { departmentId, department } of before) {
      if (!named.has(departmentId)) outcome.lacking.push({ part: 'assignment', name: `${code} ${department.slug}` });
    }
    return assignments.flatMap(({ department, reports }) => {
      const departmentId = idOf(departments, department);
      const id = before.find((one) => one.departmentId === departmentId)?.id ?? uuid7();
      if (!before.some((one) => one.id === id)) {
        last += 1;
        rows.push({ id, municipalityId, measureId, departmentId, order: last });
      }
      return reports.map((report) => ({ assignmentId: id, name: `${code} ${department}`, report }));
    });
  });
  await writeRows(tx, 'Assignment', rows);
  countAdded(importing, 'assignment', rows.length);
  return given;
}
