import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows } from './bulk.ts';
import { listDifferences } from './import-merge.ts';
import { countAdded, type Import } from './import-outcome.ts';
import { bySlug, idOf, idsFor, type Ids } from './import-shared.ts';

/** Adds the findings that are new; one that is there stays as the product has it. */
export async function saveFindings(
  importing: Import,
  { findings }: PlanFile,
  indicators: Ids,
  measures: Ids,
): Promise<void> {
  const { tx, municipalityId, planId, isNew, outcome } = importing;
  const found = isNew ? [] : await tx.finding.findMany({ where: { planId }, orderBy: { order: 'asc' } });
  const stored = bySlug(found);
  const ids = idsFor(
    findings.map(({ slug }) => slug),
    stored,
  );
  const rowOf = ({ slug, tone, state, text, period, ageGroups }: PlanFile['findings'][number]) => ({
    id: idOf(ids, slug),
    municipalityId,
    planId,
    slug,
    tone,
    state,
    text,
    period,
    ageGroups,
  });
  for (const finding of findings) {
    const before = stored.get(finding.slug);
    if (!before) continue;
    const wanted = { name: finding.slug, row: rowOf(finding) };
    outcome.differences.push(...listDifferences('finding', wanted, before, false));
  }
  for (const { slug } of found) if (!ids.has(slug)) outcome.lacking.push({ part: 'finding', name: slug });
  const added = findings.filter(({ slug }) => !stored.has(slug));
  const last = Math.max(-1, ...found.map(({ order }) => order));
  await writeRows(
    tx,
    'Finding',
    added.map((finding, at) => ({ ...rowOf(finding), order: last + 1 + at })),
  );
  await writeRows(
    tx,
    'FindingIndicator',
    added.flatMap((finding) =>
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
    added.flatMap((finding) =>
      finding.measures.map((code, order) => ({
        municipalityId,
        findingId: idOf(ids, finding.slug),
        measureId: idOf(measures, code),
        order,
      })),
    ),
  );
  countAdded(importing, 'finding', added.length);
}
