import { createHash } from 'node:crypto';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { type indicatorImportApi } from '@vointi/shared/indicator/import-contract.ts';
import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import { refused, stale } from '../../platform/app-error.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { longTransaction, mutate, readConsistently, unchanged } from '../../platform/mutate.ts';
import { type StoredValue, writeChanges, valueWriteOptions } from './cell-rows.ts';
import { readCsv } from './import-csv.ts';
import { readJsonStat } from './import-json-stat.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { listMetadataChanges } from './value-metadata-changes.ts';
import { maxValues } from '@vointi/shared/indicator/limits.ts';

type Preview = Result<typeof indicatorImportApi.preview>;
type File = Input<typeof indicatorImportApi.preview>['body'];
type Body = Input<typeof indicatorImportApi.import>['body'];

const maxListedChanges = 200;

/** What an import would write. @throws AppError invalid_request when the file cannot be read */
export async function previewImport(
  context: Context,
  { municipalityId }: MunicipalityRequest,
  file: File,
): Promise<Preview> {
  const { rows, unread } = parseFile(file);
  const plan = await readConsistently(
    context,
    (tx) => planImport({ tx, municipalityId, rows, defaults: defaultsOf(file) }),
    longTransaction,
  );
  return toPreview(plan, unread);
}

/**
 * Writes what the preview showed, in one transaction.
 * @throws AppError invalid_request when rows are refused and not skipped; conflict when the preview is outdated
 */
export async function importValues(
  context: Context,
  request: MunicipalityRequest,
  { fingerprint, skipRefused, ...file }: Body,
) {
  const { municipalityId } = request;
  const parsed = parseFile(file);
  return mutate(context, request, { ...valueWriteOptions, action: 'indicator.import' }, async (tx) => {
    const plan = await planImport({ tx, municipalityId, rows: parsed.rows, defaults: defaultsOf(file) });
    if (fingerprintOf(plan) !== fingerprint) throw stale(toPreview(plan, parsed.unread));
    if (plan.refused.length > 0 && !skipRefused) throw refused('body.text', 'import_refused');
    // Runs again after a concurrent write; the fingerprint then differs and the import answers with a conflict.
    await writeChanges(tx, municipalityId, plan.changes);
    const created = plan.changes.filter(({ stored }) => !stored).length;
    const counts = {
      created,
      changed: plan.changes.length - created,
      unchanged: plan.unchanged,
      skipped: new Set(plan.refused.map(({ row }) => row)).size,
    };
    if (plan.changes.length === 0) return unchanged(counts);
    const indicators = [...new Set(plan.changes.map(({ indicator }) => indicator.id))].slice(0, 50);
    return {
      result: counts,
      audit: { subject: `municipality:${municipalityId}`, after: { format: file.format, indicators, ...counts } },
    };
  });
}

const defaultsOf = ({ indicator = null, source = null, licence = null }: File) => ({ indicator, source, licence });

function parseFile({ format, text }: File) {
  const { rows, unread } =
    format === 'csv' ? readCsv(text, maxValues) : { rows: readJsonStat(text, maxValues), unread: [] };
  if (rows.length === 0) throw refused('body.text', 'import_unreadable');
  if (rows.length > maxValues) throw refused('body.text', 'import_too_large');
  return { rows, unread };
}

/** A hash of the changes and of the versions that they replace. */
const fingerprintOf = ({ changes, refused: refusals }: ImportPlan): string =>
  createHash('sha256')
    .update(
      canonicalJson([
        changes.map(({ indicator, cellKey, stored, content }) => [
          indicator.id,
          cellKey,
          stored?.version ?? 0,
          content,
        ]),
        refusals,
      ]),
    )
    .digest('hex');

function toPreview(plan: ImportPlan, unread: Preview['unread']): Preview {
  const created = plan.changes.filter(({ stored }) => !stored).length;
  return {
    rows: plan.rows,
    created,
    changed: plan.changes.length - created,
    unchanged: plan.unchanged,
    unread,
    refused: plan.refused,
    changes: plan.changes.slice(0, maxListedChanges).flatMap((change) => {
      const { row, indicator, cellKey, stored, content } = change;
      const after = content && valueOf(content);
      const { slug, name } = indicator;
      return after
        ? [
            {
              row,
              indicator: { slug, name },
              ...cellKey,
              before: stored ? valueOf(stored) : null,
              after,
              said: listMetadataChanges(change),
            },
          ]
        : [];
    }),
    fingerprint: fingerprintOf(plan),
  };
}

type Columns = Pick<StoredValue, 'number' | 'yesNo' | 'milestone' | 'trend' | 'text' | 'isMissing'>;

function valueOf({ number, yesNo, milestone, trend, text }: Columns): CellValue {
  if (number !== null) return { kind: 'number', value: number };
  if (yesNo !== null) return { kind: 'yes_no', value: yesNo };
  if (milestone !== null) return { kind: 'milestone', value: milestone };
  if (trend !== null) return { kind: 'trend', value: trend };
  return text === null ? { kind: 'missing' } : { kind: 'text', value: text };
}
