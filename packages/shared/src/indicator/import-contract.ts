import * as z from 'zod';
import { municipalityParams } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { slug, textOf } from '../text/contract.ts';
import { line } from '../text/fields.ts';
import { CellValue } from './manage-contract.ts';
import { importColumns, importReasons } from './import-rows.ts';
import { cellKeyFields } from './contract.ts';
import { importValues, previewImport } from './endpoints.ts';
import { maxImportBytes, maxLicence, maxSource, maxUnread, maxValueNote } from './limits.ts';
import { maxLongName } from '../text/limits.ts';

const file = {
  format: z.enum(['csv', 'json_stat']),
  /** The file itself, as text. */
  text: z.string().min(1).max(maxImportBytes),
  /** The indicator of all values, when the file does not name it in a column or dimension. */
  indicator: z.exactOptional(slug.nullable()),
  /** For values without their own. */
  source: z.exactOptional(textOf(maxSource).nullable()),
  licence: z.exactOptional(line(maxLicence).nullable()),
};

export const RefusedRow = z.object({
  /** Line of the file as an editor counts them (1: the headings); for JSON-stat the number of the value, from 1. */
  row: z.int(),
  /** Null: the row as a whole. */
  column: z.enum(importColumns).nullable(),
  reason: z.enum(importReasons),
  /** As it stands in the file, cut at 100 characters. */
  given: z.string(),
});
export type RefusedRow = z.output<typeof RefusedRow>;

const code = z.string().nullable();
/** A change of the metadata of a value, which may be inherited from the indicator. */
export const ValueMetadataChange = z.discriminatedUnion('what', [
  z.object({
    what: z.enum(['source', 'note']),
    before: textOf(maxValueNote).nullable(),
    after: textOf(maxValueNote).nullable(),
  }),
  z.object({ what: z.enum(['sourceId', 'licence']), before: code, after: code }),
  z.object({ what: z.literal('isUncertain'), before: z.boolean(), after: z.boolean() }),
]);
export type ValueMetadataChange = z.output<typeof ValueMetadataChange>;

/** A column that was not read: its number from 1, and its heading, cut at 100 characters. */
export const UnreadColumn = z.object({ at: z.int(), heading: z.string() });
export type UnreadColumn = z.output<typeof UnreadColumn>;

export const ImportPreview = z.object({
  /** Values that the file holds, refused ones too. */
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  /** Already stored. */
  unchanged: z.int(),
  /** Of a CSV file: unknown or repeated headings, and filled columns without one. */
  unread: z.array(UnreadColumn).max(maxUnread),
  refused: z.array(RefusedRow),
  /** The first 200 changes: the stored and the new value. */
  changes: z
    .array(
      z.object({
        row: z.int(),
        indicator: z.object({ slug, name: textOf(maxLongName) }),
        ...cellKeyFields,
        before: CellValue.nullable(),
        after: CellValue,
        /** Changed metadata; for a new value, what it does not inherit. */
        said: z.array(ValueMetadataChange),
      }),
    )
    .max(200),
  /** A hash of the changes; the import answers 409 when it no longer matches. */
  fingerprint: z.string(),
});
export type ImportPreview = z.output<typeof ImportPreview>;

const common = { can: 'indicator:manage', tag: 'indicator', params: municipalityParams } as const;

export const indicatorImportApi = {
  preview: route(previewImport, {
    ...common,
    summary: 'Preview an import',
    description:
      'Accepts CSV with headings in Finnish, Swedish or English (semicolon, comma or tab; decimal comma or point), or a JSON-stat 2 dataset, up to 20 000 values and 5 MB. Writes nothing. Lists every refused row with its column and reason, and counts the changes of the other rows.',
    body: z.strictObject(file),
    bodyLimit: maxImportBytes * 2,
    response: ImportPreview,
  }),
  import: route(importValues, {
    ...common,
    summary: 'Import values',
    description:
      'Writes what the preview showed, in one transaction. When there are refused rows, writes nothing unless `skipRefused` is true. When something has changed since the preview, gives 409 with a new preview.',
    body: z.strictObject({ ...file, fingerprint: z.string().min(1).max(100), skipRefused: z.boolean() }),
    bodyLimit: maxImportBytes * 2,
    response: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), skipped: z.int() }),
  }),
};
