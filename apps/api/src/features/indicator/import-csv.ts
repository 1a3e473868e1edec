import { parse } from 'csv-parse/sync';
import type { ImportRow } from './import-row.ts';
import type { ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { type UnreadColumn } from '@vointi/shared/indicator/import-contract.ts';
import { columnOf, isIgnoredHeading } from './import-vocabulary.ts';
import { refused } from '../../platform/app-error.ts';
import { maxUnread } from '@vointi/shared/indicator/limits.ts';

const unreadable = () => refused('body.text', 'import_unreadable');

type ParsedRecord = { record: string[]; info: { lines: number } };

/** The delimiter that occurs most often in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = [';', '\t', ','].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function recordsOf(text: string, maxRows: number): ParsedRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      max_record_size: 100_000,
      // The headings, the allowed rows, and one more by which the caller sees that there are too many.
      to: maxRows + 2,
    }) as unknown as ParsedRecord[];
  } catch {
    throw unreadable();
  }
}

/** Removes the apostrophe that the export adds against formulas. */
const withoutTextMark = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** Columns with an unknown or repeated heading, and filled columns without one. */
function unreadOf(headings: readonly string[], records: readonly ParsedRecord[]): UnreadColumn[] {
  const filled = new Set<number>();
  for (const { record } of records) {
    for (const [index, cell] of record.entries()) if (cell.trim() !== '') filled.add(index);
  }
  const columns = headings.map(columnOf);
  const width = records.reduce((widest, { record }) => Math.max(widest, record.length), headings.length);
  return Array.from({ length: width }, (_, index) => ({ index, heading: (headings[index] ?? '').trim() }))
    .filter(({ index, heading }) => {
      const column = columns[index];
      if (column) return columns.indexOf(column) < index;
      return heading === '' ? filled.has(index) : !isIgnoredHeading(heading);
    })
    .slice(0, maxUnread)
    .map(({ index, heading }) => ({ at: index + 1, heading: [...heading].slice(0, 100).join('') }));
}

/**
 * Reads the rows of a CSV file by its headings, and lists the columns that it does not read.
 * @param maxRows includes empty rows
 * @throws AppError invalid_request when the file has no rows, or too many
 */
export function readCsv(text: string, maxRows: number): { rows: ImportRow[]; unread: UnreadColumn[] } {
  const [head, ...records] = recordsOf(text.replace(/^\ufeff/, ''), maxRows);
  if (records.length > maxRows) throw refused('body.text', 'import_too_large');
  const columns = head?.record.map(columnOf) ?? [];
  if (!columns.includes('value') || !columns.includes('period')) throw unreadable();
  let line = head?.info.lines ?? 1;
  const rows = records.flatMap(({ record, info }) => {
    // A cell may contain line breaks; the number of a row is that of its first line.
    const row = line + 1;
    line = info.lines;
    if (record.every((cell) => cell.trim() === '')) return [];
    const cells: Partial<Record<ImportColumn, string[]>> = {};
    columns.forEach((column, index) => {
      if (column && cells[column] === undefined) cells[column] = [withoutTextMark(record[index] ?? '')];
    });
    const { value, ...rest } = cells;
    return [{ row, cells: { ...rest, value: value?.[0] ?? null } }];
  });
  return { rows, unread: unreadOf(head?.record ?? [], records) };
}
