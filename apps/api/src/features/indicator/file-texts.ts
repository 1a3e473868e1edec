import type fi from '../../locales/fi/indicator-file.json';
import { readLocales } from '../../platform/messages.ts';

/** States of a cell without a certain value. */
export type CellState = keyof typeof fi.state;

/** Texts of exported files; an export in any language can be imported. */
export const fileTexts = readLocales<typeof fi>('indicator-file');

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
