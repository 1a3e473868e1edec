import type fi from '../../locales/fi/indicator-file.json';
import { readLocales } from '../../platform/messages.ts';

/** What a cell without a value says. */
export type CellState = keyof typeof fi.state;

/** Words of the files that are exported: what is exported can be imported, in any of the languages. */
export const fileWords = readLocales<typeof fi>('indicator-file');

/** Columns of the exported file, in their order. */
export const fileColumns = [
  'indicator',
  'name',
  'period',
  'ageGroup',
  'sex',
  'area',
  'areaName',
  'value',
  'unit',
  'state',
  'note',
  'source',
  'sourceId',
  'licence',
] as const;
