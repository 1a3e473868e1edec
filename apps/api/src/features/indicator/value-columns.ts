import * as z from 'zod';
import { cellKeyFields } from '@vointi/shared/indicator/contract.ts';
import { type IndicatorKind, trends } from '@vointi/shared/indicator/kind.ts';
import { textOf } from '@vointi/shared/text/contract.ts';
import { maxSource, maxTextValue, maxValueNote } from '@vointi/shared/indicator/limits.ts';

/** The value columns of `IndicatorValue`; exactly one is filled, that of the indicator's kind. */
const answer = {
  number: z.number().nullable(),
  yesNo: z.boolean().nullable(),
  milestone: z.string().nullable(),
  trend: z.enum(trends).nullable(),
  text: textOf(maxTextValue).nullable(),
};

export const columnOf = {
  number: 'number',
  yes_no: 'yesNo',
  milestone: 'milestone',
  trend: 'trend',
  text: 'text',
} as const satisfies Record<IndicatorKind, keyof typeof answer>;

/** The content of a cell: its value or that it is missing, and its metadata. */
const content = {
  ...answer,
  isMissing: z.boolean(),
  note: textOf(maxValueNote).nullable(),
  source: textOf(maxSource).nullable(),
  sourceId: z.string().nullable(),
  licence: z.string().nullable(),
  isUncertain: z.boolean(),
};

/** A stored value. Every statement reads and writes the columns listed above. */
export const ValueRow = z.strictObject({ ...cellKeyFields, ...content, version: z.int() });
export type ValueRow = z.output<typeof ValueRow>;

const listed = (columns: object, sqlOf: (column: string) => string): string =>
  Object.keys(columns).map(sqlOf).join(', ');

/** `ValueRow` as JSON, of a value `v`. */
export const valueJson = `json_build_object(${listed(
  ValueRow.shape,
  (column) => `'${column}', v."${column}"${column === 'number' ? '::float8' : ''}`,
)})`;

/** Column names for an insert, without the version. @param of alias of the source row */
export const cellColumns = (of?: string): string =>
  listed({ ...cellKeyFields, ...content }, (column) => `${of === undefined ? '' : `${of}.`}"${column}"`);

/** Assignments for an update that replaces the content of a cell by the row `g`. */
export const replaceContent = listed(content, (column) => `"${column}" = g."${column}"`);
