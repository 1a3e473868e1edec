import { parse } from 'csv-parse/sync';
import type { ImportRow } from '@vointi/shared/indicator/import-row.ts';
import type { ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { columnOf } from '@vointi/shared/indicator/import-words.ts';
import { refused } from '../../platform/app-error.ts';

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

/**
 * The rows of a CSV file by the columns that their headings name.
 * @param most rows of the file, empty ones too: more are not read
 * @throws AppError invalid_request where there are none, or too many
 */
export function readCsv(text: string, most: number): ImportRow[] {
  const [head, ...records] = recordsOf(text.replace(/^\ufeff/, ''), most);
  if (records.length > most) throw refused('body.text', 'import_too_large');
  const columns = head?.record.map(columnOf) ?? [];
  if (!columns.includes('value') || !columns.includes('period')) throw unreadable();
  let line = head?.info.lines ?? 1;
  return records.flatMap(({ record, info }) => {
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
}
