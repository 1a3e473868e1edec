import { parse } from 'csv-parse/sync';
import type { ImportRow } from './import-row.ts';
import type { ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { type UnreadColumn } from '@vointi/shared/indicator/import-contract.ts';
import { columnOf, isBeside } from './import-words.ts';
import { refused } from '../../platform/app-error.ts';
import { maxUnread } from '@vointi/shared/indicator/limits.ts';

const unreadable = () => refused('body.text', 'import_unreadable');

type Parsed = { record: string[]; info: { lines: number } };

/** That of the first line: what stands in it most often. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = [';', '\t', ','].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function recordsOf(text: string, most: number): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      max_record_size: 100_000,
      // The heading, as many as may be, and one by which it is seen that there are more.
      to: most + 2,
    }) as unknown as Parsed[];
  } catch {
    throw unreadable();
  }
}

/** What was marked as text for a spreadsheet is what it was before. */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** Columns that are named and not known, or named twice, and those without a name that hold something. */
function unreadOf(headings: readonly string[], records: readonly Parsed[]): UnreadColumn[] {
  const filled = new Set<number>();
  for (const { record } of records) {
    for (const [at, cell] of record.entries()) if (cell.trim() !== '') filled.add(at);
  }
  const known = headings.map(columnOf);
  const width = records.reduce((most, { record }) => Math.max(most, record.length), headings.length);
  return Array.from({ length: width }, (_, at) => ({ at, heading: (headings[at] ?? '').trim() }))
    .filter(({ at, heading }) => {
      const column = known[at];
      if (column) return known.indexOf(column) < at;
      return heading === '' ? filled.has(at) : !isBeside(heading);
    })
    .slice(0, maxUnread)
    .map(({ at, heading }) => ({ at: at + 1, heading: [...heading].slice(0, 100).join('') }));
}

/**
 * The rows of a CSV file by the columns that their headings name, and the columns that are not read.
 * @param most rows of the file, empty ones too: more are not read
 * @throws AppError invalid_request where there are none, or too many
 */
export function readCsv(text: string, most: number): { rows: ImportRow[]; unread: UnreadColumn[] } {
  const [head, ...records] = recordsOf(text.replace(/^\ufeff/, ''), most);
  if (records.length > most) throw refused('body.text', 'import_too_large');
  const columns = head?.record.map(columnOf) ?? [];
  if (!columns.includes('value') || !columns.includes('period')) throw unreadable();
  let line = head?.info.lines ?? 1;
  const rows = records.flatMap(({ record, info }) => {
    // A cell may hold a line break: a row is where it begins.
    const row = line + 1;
    line = info.lines;
    if (record.every((cell) => cell.trim() === '')) return [];
    const cells: Partial<Record<ImportColumn, string[]>> = {};
    columns.forEach((column, at) => {
      if (column && cells[column] === undefined) cells[column] = [unmarked(record[at] ?? '')];
    });
    const { value, ...rest } = cells;
    return [{ row, cells: { ...rest, value: value?.[0] ?? null } }];
  });
  return { rows, unread: unreadOf(head?.record ?? [], records) };
}
