import type { Tx } from '@vointi/db/client.ts';
import { maxValues } from '@vointi/shared/indicator/limits.ts';
import { type ImportContext, type ImportedValue, type ImportRow, readImportRow, type Refusal } from './import-row.ts';
import { plain } from './import-vocabulary.ts';
import { type Text, textsOf } from '@vointi/shared/text/text.ts';
import { refused } from '../../platform/app-error.ts';
import {
  type Change,
  countValues,
  isUnchanged,
  keyOf,
  readStoredValues,
  readIndicatorsForWrite,
  type IndicatorForWrite,
} from './cell-rows.ts';
import { changeOf, type Defaults } from './import-change.ts';

export type PlannedChange = Change & { row: number };
export type ImportPlan = { rows: number; refused: Refusal[]; changes: PlannedChange[]; unchanged: number };

type ImportInput = {
  tx: Tx;
  municipalityId: string;
  rows: readonly ImportRow[];
  defaults: Defaults & { indicator: string | null };
};

/** The changes of a file and its refused rows. @throws AppError invalid_request for an unknown default indicator */
export async function planImport({ tx, municipalityId, rows, defaults }: ImportInput): Promise<ImportPlan> {
  const known = await readIndicatorsForWrite(tx, municipalityId);
  const context = await contextOf(tx, municipalityId, known, defaults.indicator);
  const refusals: Refusal[] = [];
  const values: (ImportedValue & { of: IndicatorForWrite })[] = [];
  const keys = new Set<string>();
  for (const row of rows) {
    const read = readImportRow(row, context);
    if (Array.isArray(read)) {
      refusals.push(...read);
      continue;
    }
    const of = known.get(read.indicator);
    if (!of) continue;
    const key = keyOf(of.id, read);
    if (keys.has(key)) refusals.push(refusalOf(read, 'twice_in_file'));
    else values.push({ ...read, of });
    keys.add(key);
  }
  const stored = await readStoredValues(
    tx,
    values.map((value) => ({ ...value, id: value.of.id })),
  );
  const counts = await countValues(tx, [...new Set(values.map(({ of }) => of.id))]);
  const changes: PlannedChange[] = [];
  let unchanged = 0;
  for (const value of values) {
    const before = stored.get(keyOf(value.of.id, value));
    const count = counts.get(value.of.id) ?? 0;
    // A row without a period can only change a stored value that has none.
    if (value.period === null && !before) refusals.push(refusalOf(value, 'period_absent'));
    else if (!before && count >= maxValues) refusals.push(refusalOf(value, 'too_many_values'));
    else {
      const change = changeOf(value, before, defaults);
      if (isUnchanged(change)) unchanged += 1;
      else changes.push({ ...change, row: value.row });
      if (!before) counts.set(value.of.id, count + 1);
    }
  }
  refusals.sort((a, b) => a.row - b.row);
  return { rows: rows.length, refused: refusals, changes, unchanged };
}

const refusalOf = (
  { row, period }: ImportedValue,
  reason: 'twice_in_file' | 'period_absent' | 'too_many_values',
): Refusal => ({ row, column: reason === 'period_absent' ? 'period' : null, reason, given: period ?? '' });

async function contextOf(
  tx: Tx,
  municipalityId: string,
  known: ReadonlyMap<string, IndicatorForWrite>,
  defaultSlug: string | null,
): Promise<ImportContext> {
  const municipality = await tx.municipality.findUniqueOrThrow({
    where: { id: municipalityId },
    select: { name: true, code: true },
  });
  const regions = await tx.indicator.findMany({
    where: { municipalityId, slug: { in: [...known.keys()] } },
    select: { slug: true, regionName: true },
  });
  const regionOf = new Map(regions.map(({ slug, regionName }) => [slug, regionName as Text | null]));
  const names = new Map<string, IndicatorForWrite | null>();
  for (const indicator of known.values()) {
    // A name that two indicators share identifies neither.
    for (const name of new Set(textsOf(indicator.name).map(plain))) names.set(name, names.has(name) ? null : indicator);
  }
  const code = municipality.code === null ? [] : [municipality.code, `KU${municipality.code}`];
  const ownNames = [...textsOf(municipality.name as Text), ...code];
  const indicator = defaultSlug === null ? null : (known.get(defaultSlug) ?? null);
  if (defaultSlug !== null && indicator === null) throw refused('body.indicator', 'indicator_unknown');
  return {
    indicator,
    indicatorOf: (text) => known.get(text) ?? names.get(plain(text)) ?? null,
    areaNamesOf: (slug) => ({
      municipality: ownNames,
      region: textsOf(regionOf.get(slug) ?? { fi: '' }).filter(Boolean),
    }),
  };
}
