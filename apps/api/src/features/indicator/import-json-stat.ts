import * as z from 'zod';
import type { ImportRow } from './import-row.ts';
import { columnOf } from './import-vocabulary.ts';
import { AppError } from '../../platform/app-error.ts';
import { assertStorableText } from '../../platform/assert-storable-text.ts';

type Column = 'indicator' | 'period' | 'ageGroup' | 'sex' | 'area';

const label = z.string().max(500).optional();
const Dimension = z.object({
  label,
  category: z.object({
    index: z.union([z.array(z.string()), z.record(z.string(), z.int().min(0))]).optional(),
    label: z.record(z.string(), z.string()).optional(),
  }),
});
const value = z.union([z.number(), z.string(), z.null()]);
const Dataset = z.object({
  class: z.literal('dataset').optional(),
  id: z.array(z.string()).min(1).max(20),
  size: z.array(z.int().min(0)).min(1).max(20),
  role: z.object({ time: z.array(z.string()).optional(), geo: z.array(z.string()).optional() }).optional(),
  dimension: z.record(z.string(), Dimension),
  value: z.union([z.array(value), z.record(z.string(), value)]),
  status: z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string())]).optional(),
  source: label,
  extension: z
    .object({
      indicator: z.string().max(200).optional(),
      values: z
        .array(
          z.object({
            place: z.int().min(0),
            source: z.string(),
            sourceId: z.string().nullable(),
            licence: z.string().nullable(),
            isUncertain: z.boolean(),
            note: z.string(),
          }),
        )
        .optional(),
    })
    .optional()
    .catch(undefined),
});
type Dataset = z.output<typeof Dataset>;

/** @param why an English message for developers; users see the text of the reason */
const unreadable = (why: string) =>
  new AppError('invalid_request', [{ path: 'body.text', message: why, reason: 'import_unreadable' }]);

function parse(text: string): Dataset {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable('not JSON');
  }
  // Escaped characters are not visible in the raw text.
  assertStorableText({ text: json });
  const result = Dataset.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw unreadable(`not a JSON-stat 2 dataset: ${issue?.path.join('.')}`);
  }
  return result.data;
}

type Axis = { column: Column | null; size: number; categories: { code: string; label: string }[] };

function axisOf({ dimension, role }: Dataset, id: string, size: number): Axis {
  const described = Object.hasOwn(dimension, id) ? dimension[id] : undefined;
  if (!described) throw unreadable(`dimension ${id} is not described`);
  const { index, label: labels = {} } = described.category;
  const codes = Array.isArray(index)
    ? index
    : index
      ? Object.entries(index)
          .toSorted((a, b) => a[1] - b[1])
          .map(([code]) => code)
      : Object.keys(labels);
  if (codes.length !== size) throw unreadable(`dimension ${id} has ${codes.length} categories, its size is ${size}`);
  const categories = codes.map((code) => ({
    code,
    label: (Object.hasOwn(labels, code) ? labels[code] : undefined) ?? code,
  }));
  const column = role?.time?.includes(id)
    ? 'period'
    : role?.geo?.includes(id)
      ? 'area'
      : (columnOf(id) ?? columnOf(described.label ?? ''));
  if (column === 'period' || column === 'area' || column === 'ageGroup' || column === 'sex' || column === 'indicator') {
    return { column, size, categories };
  }
  // A dimension with one category does not distinguish values, such as the subject of the table.
  if (size === 1) return { column: null, size, categories };
  throw unreadable(`dimension ${id} is none of period, area, age group, sex and indicator, and has ${size} categories`);
}

const itemAt = <V>(list: readonly V[] | Record<string, V>, index: number): V | undefined =>
  Array.isArray(list) ? (list as V[])[index] : (list as Record<string, V>)[index];

/** The values of a JSON-stat 2 dataset, one row each, in their order. @throws AppError invalid_request */
export function readJsonStat(text: string, maxRows: number): ImportRow[] {
  const dataset = parse(text);
  const { id, size, status, source, extension } = dataset;
  if (id.length !== size.length) throw unreadable('id and size are of different lengths');
  const count = size.reduce((product, one) => product * one, 1);
  // A sparse dataset has many more cells than values.
  if (count > maxRows * 10) throw unreadable(`${count} cells, at most ${maxRows * 10}`);
  const axes = id.map((one, index) => axisOf(dataset, one, size[index] ?? 0));
  const columns = axes.flatMap(({ column }) => column ?? []);
  if (!columns.includes('period')) throw unreadable('no dimension of time');
  if (new Set(columns).size < columns.length) throw unreadable('two dimensions of one kind');
  const metadata = new Map(extension?.values?.map((one) => [one.place, one]));
  const rows: ImportRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const cellValue = itemAt(dataset.value, index) ?? null;
    const sign = typeof status === 'string' ? status : status && itemAt<string | null>(status, index);
    const isDots = sign === '.' || sign === '..' || sign === '...';
    if (cellValue === null && !isDots) continue;
    const own = metadata.get(index);
    rows.push({
      row: index + 1,
      cells: {
        ...cellsAt(axes, index),
        ...(extension?.indicator && !columns.includes('indicator') && { indicator: [extension.indicator] }),
        value: cellValue ?? sign ?? null,
        note: [own?.note ?? ''],
        source: [own?.source ?? source ?? ''],
        sourceId: [own?.sourceId ?? ''],
        licence: [own?.licence ?? ''],
        ...(own && { state: [own.isUncertain ? 'uncertain' : ''] }),
      },
    });
  }
  return rows;
}

/** The category of each dimension at an index; the last dimension varies fastest. */
function cellsAt(axes: readonly Axis[], index: number): Partial<Record<Column, string[]>> {
  const cells: Partial<Record<Column, string[]>> = {};
  let rest = index;
  for (const { column, size, categories } of axes.toReversed()) {
    const category = categories[rest % size];
    rest = Math.floor(rest / size);
    if (column && category) cells[column] = [category.code, category.label];
  }
  // A period that the source does not tell.
  if (cells.period?.[0] === 'unknown') cells.period = [''];
  return cells;
}
