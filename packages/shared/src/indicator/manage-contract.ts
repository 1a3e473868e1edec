import * as z from 'zod';
import { Done, municipalityParams, rowParams, Versioned } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { ageGroups } from '../measure/progress.ts';
import { planParams } from '../plan/contract.ts';
import { slug, textOf } from '../text/contract.ts';
import { line, version } from '../text/fields.ts';
import { IndicatorHead, IndicatorTarget, IndicatorValue, SeriesBreak } from './contract.ts';
import {
  maxBreaks,
  maxCells,
  maxDecimals,
  maxDefinition,
  maxLicence,
  maxNumber,
  maxPeriod,
  maxRegionName,
  maxSets,
  maxSource,
  maxSourceId,
  maxSourceUrl,
  maxTargets,
  maxTextValue,
  maxUnit,
  maxValueNote,
} from './limits.ts';
import { areas, directions, indicatorKinds, sexes, trends } from './kind.ts';
import { isPeriod } from './period.ts';
import {
  createIndicator,
  createIndicatorSet,
  deleteIndicator,
  listIndicatorSets,
  updateBreaks,
  updateIndicator,
  updateIndicatorLinks,
  updateIndicatorSet,
  updateIndicatorValues,
  updateTargets,
} from './endpoints.ts';
import { maxLongName } from '../text/limits.ts';

const period = z.string().max(maxPeriod).refine(isPeriod, 'a year, a month, or a range of years or of months');
const number = z.number().min(-maxNumber).max(maxNumber);
const milestone = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, 'a month or a day');
/** The address of the source; pages link to it. */
const url = z
  .string()
  .trim()
  .max(maxSourceUrl)
  .regex(/^https?:\/\/[^\s<>"]+$/, 'an address that begins with https://');

const fields = {
  name: textOf(maxLongName),
  unit: textOf(maxUnit).nullable(),
  decimals: z.int().min(0).max(maxDecimals),
  direction: z.enum(directions),
  /** Slug of a set. */
  set: slug.nullable(),
  definition: textOf(maxDefinition).nullable(),
  source: textOf(maxSource).nullable(),
  sourceId: line(maxSourceId).nullable(),
  sourceUrl: url.nullable(),
  licence: line(maxLicence).nullable(),
  countsPeople: z.boolean(),
  regionName: textOf(maxRegionName).nullable(),
};
export const IndicatorFields = z.strictObject({ kind: z.enum(indicatorKinds), ...fields });
export type IndicatorFields = z.output<typeof IndicatorFields>;

export const YesNoValue = z.strictObject({ kind: z.literal('yes_no'), value: z.boolean() });
export const TrendValue = z.strictObject({ kind: z.literal('trend'), value: z.enum(trends) });

/** The content of a cell; `none` removes the value. */
export const CellValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: number }),
  YesNoValue,
  z.strictObject({ kind: z.literal('milestone'), value: milestone }),
  TrendValue,
  z.strictObject({ kind: z.literal('text'), value: textOf(maxTextValue) }),
  z.strictObject({ kind: z.literal('missing') }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type CellValue = z.output<typeof CellValue>;

/** A cell to write. `version` is that of the value that the writer saw; 0: there was none. */
export const Cell = z.strictObject({
  indicator: slug,
  period: period.nullable(),
  ageGroup: z.enum(ageGroups).nullable(),
  sex: z.enum(sexes).nullable(),
  area: z.enum(areas),
  version: z.int().min(0),
  value: CellValue,
  /** Metadata. Absent: kept beside an unchanged value, cleared beside a new one. Null clears. */
  note: z.exactOptional(textOf(maxValueNote).nullable()),
  source: z.exactOptional(textOf(maxSource).nullable()),
  sourceId: z.exactOptional(line(maxSourceId).nullable()),
  licence: z.exactOptional(line(maxLicence).nullable()),
  isUncertain: z.exactOptional(z.boolean()),
});
export type Cell = z.output<typeof Cell>;

/** A stored cell. Null: it has no value, and its version is 0. */
export const StoredCell = z
  .object({ indicator: slug, value: IndicatorValue.nullable() })
  .extend(Cell.pick({ period: true, ageGroup: true, sex: true, area: true }).shape);
export type StoredCell = z.output<typeof StoredCell>;

export const IndicatorSetRow = z.object({
  id: z.uuid(),
  slug,
  name: textOf(maxLongName),
  indicators: z.int(),
  version,
});
export type IndicatorSetRow = z.output<typeof IndicatorSetRow>;

const common = { can: 'indicator:manage', tag: 'indicator' } as const;

export const indicatorManageApi = {
  create: route(createIndicator, {
    ...common,
    summary: 'Create an indicator',
    description:
      'The slug is made from the Finnish name and does not change. A municipality can have 2 000 indicators, as many as a plan file.',
    params: municipalityParams,
    body: IndicatorFields,
    response: IndicatorHead,
  }),
  update: route(updateIndicator, {
    ...common,
    summary: 'Update an indicator',
    description:
      'Fields that are left out keep their values; null clears a field. The kind cannot change when there is a value. Fewer decimals than the values have are refused.',
    params: rowParams,
    body: z.strictObject({
      version,
      kind: z.exactOptional(z.enum(indicatorKinds)),
      name: z.exactOptional(fields.name),
      unit: z.exactOptional(fields.unit),
      decimals: z.exactOptional(fields.decimals),
      direction: z.exactOptional(fields.direction),
      set: z.exactOptional(fields.set),
      definition: z.exactOptional(fields.definition),
      source: z.exactOptional(fields.source),
      sourceId: z.exactOptional(fields.sourceId),
      sourceUrl: z.exactOptional(fields.sourceUrl),
      licence: z.exactOptional(fields.licence),
      countsPeople: z.exactOptional(fields.countsPeople),
      regionName: z.exactOptional(fields.regionName),
    }),
    response: IndicatorHead,
  }),
  delete: route(deleteIndicator, {
    ...common,
    summary: 'Delete an indicator',
    description:
      'Only an indicator without values that no measure, goal, row of the council term or finding uses can be deleted.',
    params: rowParams,
    body: Versioned,
    response: Done,
  }),
  updateValues: route(updateIndicatorValues, {
    ...common,
    summary: 'Update values',
    description:
      'Writes up to 1 000 cells of one or several indicators: all or none. An indicator can have 20 000 values. The error for a refused cell gives its path (`body.cells.3.value`) and, in the message, its indicator, period and series. When somebody has changed a cell since, gives 409 with the current cells. Sending the same cells twice writes them once. Note, source, source id, licence and uncertainty belong to a value. When they are left out, they stay if the value is the same and are cleared if it changes; the value then has the source of the indicator. To keep them, send them with the new value.',
    params: municipalityParams,
    body: z.strictObject({ cells: z.array(Cell).min(1).max(maxCells) }),
    response: z.object({ cells: z.array(StoredCell) }),
  }),
  updateTargets: route(updateTargets, {
    ...common,
    summary: 'Set the targets of an indicator',
    description: 'Replaces all targets: a number for each year; for a milestone the planned month or day.',
    params: rowParams,
    body: z.strictObject({
      version,
      targets: z.array(z.strictObject({ period, value: z.union([number, milestone]) })).max(maxTargets),
    }),
    response: z.object({ version, targets: z.array(IndicatorTarget) }),
  }),
  updateBreaks: route(updateBreaks, {
    ...common,
    summary: 'Set the breaks in the series of an indicator',
    description:
      'Replaces all breaks. Values from the period of a break on are not comparable with earlier ones; the note says why.',
    params: rowParams,
    body: z.strictObject({
      version,
      breaks: z.array(z.strictObject({ period, note: textOf(maxValueNote) })).max(maxBreaks),
    }),
    response: z.object({ version, breaks: z.array(SeriesBreak) }),
  }),
  updateLinks: route(updateIndicatorLinks, {
    ...common,
    summary: 'Set the measures and goals of an indicator',
    description: 'Replaces the links in one plan: measures by code, goals by slug. Links in plans of other years stay.',
    params: planParams.extend({ id: z.uuid() }),
    body: z.strictObject({ version, measures: z.array(slug).max(200), goals: z.array(slug).max(50) }),
    response: z.object({ version, measures: z.array(slug), goals: z.array(slug) }),
  }),
  listSets: route(listIndicatorSets, {
    ...common,
    summary: 'List indicator sets',
    description:
      'Returns the named groups of indicators that measures can refer to, in their order, with the number of indicators in each.',
    params: municipalityParams,
    response: z.object({ sets: z.array(IndicatorSetRow).max(maxSets) }),
  }),
  createSet: route(createIndicatorSet, {
    ...common,
    summary: 'Create an indicator set',
    description: 'The slug is made from the Finnish name and does not change. A municipality can have 200 sets.',
    params: municipalityParams,
    body: z.strictObject({ name: textOf(maxLongName) }),
    response: IndicatorSetRow,
  }),
  updateSet: route(updateIndicatorSet, {
    ...common,
    summary: 'Rename an indicator set',
    description: 'The slug and the indicators of the set stay.',
    params: rowParams,
    body: z.strictObject({ version, name: textOf(maxLongName) }),
    response: IndicatorSetRow,
  }),
};
