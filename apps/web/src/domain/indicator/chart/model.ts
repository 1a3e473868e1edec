import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { periodForm } from '@vointi/shared/indicator/period.ts';
import { courseForm, headlineOf, isOf } from '@vointi/shared/indicator/series.ts';
import { isBrokenBetween, isSince } from '@vointi/shared/indicator/series-break.ts';
import { positionOf } from './period-position.ts';

/** How figures are split into series: one for all, or one for each part. */
const cuts = ['total', 'ageGroup', 'sex', 'area'] as const;
export type Cut = (typeof cuts)[number];

export const views = ['line', 'bar', 'stacked'] as const;
export type View = (typeof views)[number];

export type Who = Pick<IndicatorValue, 'ageGroup' | 'sex' | 'area'>;
export type Point = { period: string; at: number; value: number; isUncertain: boolean };
/** Parts without a gap; between two of them the series breaks or a figure is missing. */
type Series = { key: string; who: Who; segments: readonly (readonly Point[])[] };
type Mark = { period: string; at: number };

export type ChartModel = {
  cut: Cut;
  /** Every period that any series has, oldest first. */
  periods: readonly Mark[];
  series: readonly Series[];
  /** The position of the first period after the break. */
  breaks: readonly Mark[];
  targets: readonly (Mark & { value: number })[];
  /** The figures that are drawn. */
  drawn: readonly IndicatorValue[];
};

const everybody: Who = { ageGroup: null, sex: null, area: 'municipality' };

type IsOfCut = (who: Who, headline: Who) => boolean;
const isOfCut: Record<Cut, IsOfCut> = {
  total: isOf,
  // The total is not one of its parts: stacked, it would count people twice.
  ageGroup: ({ ageGroup, sex, area }, headline) =>
    ageGroup !== null && ageGroup !== 'all_ages' && sex === null && area === headline.area,
  sex: ({ ageGroup, sex, area }, headline) =>
    sex !== null && area === headline.area && ageGroup === (headline.sex === null ? headline.ageGroup : null),
  area: ({ ageGroup, sex }, headline) => ageGroup === headline.ageGroup && sex === headline.sex,
};

const keyOf = ({ ageGroup, sex, area }: Who) => [area, ageGroup ?? 'all', sex ?? 'all'].join('_');
const order = ['municipality', 'region', 'country', 'children_youth', 'working_age', 'older_people', 'female', 'male'];
const rankOf = ({ ageGroup, sex, area }: Who, cut: Cut) =>
  order.indexOf((cut === 'ageGroup' ? ageGroup : cut === 'sex' ? sex : area) ?? '');

type PositionedValue = Mark & { value: IndicatorValue };

function positionValues(values: readonly IndicatorValue[]): PositionedValue[] {
  return values
    .flatMap((value) => {
      const { period } = value;
      const at = period === null ? null : positionOf(period);
      return period === null || at === null ? [] : [{ value, period, at }];
    })
    .toSorted((one, other) => one.at - other.at);
}

/** Splits a series at missing figures and at breaks. */
function segmentsOf(own: readonly PositionedValue[], breaks: Indicator['breaks']): Point[][] {
  const segments: Point[][] = [];
  let before: string | null = null;
  for (const { value, period, at } of own) {
    const isCut = before === null || isBrokenBetween(before, period, breaks);
    if (value.kind !== 'number') {
      before = null;
      continue;
    }
    const point = { period, at, value: value.value, isUncertain: value.isUncertain };
    if (isCut) segments.push([point]);
    else segments.at(-1)?.push(point);
    before = period;
  }
  return segments;
}

/**
 * The cuts for which an indicator has figures. A comparison needs another series beside the headline's, unless the
 * headline has nothing to draw.
 */
export function cutsOf(values: readonly IndicatorValue[]): Cut[] {
  const headline = headlineOf(values);
  if (!headline) return [];
  const numbers = values.filter(({ kind }) => kind === 'number');
  const seriesIn = (cut: Cut) => new Set(numbers.filter((who) => isOfCut[cut](who, headline)).map(keyOf)).size;
  const least = seriesIn('total') > 0 ? 1 : 0;
  return cuts.filter((cut) => seriesIn(cut) > (cut === 'total' ? 0 : least));
}

/** Prefers the headline's kind of periods, years or months, so that title and chart show the same. */
function formIn(own: readonly PositionedValue[], values: readonly IndicatorValue[], headline: Who) {
  const form = courseForm(values.filter((value) => isOf(value, headline)));
  const hasForm = own.some(({ value, period }) => value.kind === 'number' && periodForm(period) === form);
  return hasForm ? form : courseForm(own.map(({ value }) => value));
}

/** The chart's model: a series for each group of people, split at its breaks. */
export function chartModelOf(
  { values, breaks, targets }: Pick<Indicator, 'values' | 'breaks' | 'targets'>,
  cut: Cut,
): ChartModel {
  const headline = headlineOf(values) ?? everybody;
  const all = positionValues(values).filter(({ value }) => isOfCut[cut](value, headline));
  const form = formIn(all, values, headline);
  const own = all.filter(({ period }) => periodForm(period) === form);
  const groups = Map.groupBy(own, ({ value }) => keyOf(value));
  const series = [...groups]
    .map(([key, group]) => ({ key, who: whoOf(group), segments: segmentsOf(group, breaks) }))
    .filter(({ segments }) => segments.length > 0)
    .toSorted((one, other) => rankOf(one.who, cut) - rankOf(other.who, cut));
  const periods = new Map(own.map(({ period, at }) => [period, at]));
  return {
    cut,
    periods: [...periods].map(([period, at]) => ({ period, at })),
    series,
    drawn: own.flatMap(({ value }) => (value.kind === 'number' ? [value] : [])),
    breaks: breaks.flatMap((one) => {
      const first = own.find(({ period }) => isSince(period, one));
      return first && first !== own[0] ? [{ period: one.period, at: first.at }] : [];
    }),
    targets: targets
      .flatMap(({ period, value }) => {
        const at = positionOf(period);
        return at === null || typeof value !== 'number' ? [] : [{ period, at, value }];
      })
      .toSorted((one, other) => one.at - other.at),
  };
}

function whoOf(group: readonly PositionedValue[]): Who {
  const value = group[0]?.value;
  return { ageGroup: value?.ageGroup ?? null, sex: value?.sex ?? null, area: value?.area ?? 'municipality' };
}

/** One row for each period, for the chart library: `s0_1` is the value of series 0, segment 1. */
export type Row = Mark & { [column: string]: number | string };

export const columnOf = (series: number, segment: number) => `s${series}_${segment}`;

export function rowsOf({ periods, series }: ChartModel): Row[] {
  const rows = new Map<string, Row>(periods.map(({ period, at }) => [period, { period, at }]));
  series.forEach(({ segments }, index) => {
    segments.forEach((points, segment) => {
      for (const { period, value } of points) {
        const row = rows.get(period);
        if (row) row[columnOf(index, segment)] = value;
      }
    });
  });
  return [...rows.values()];
}

/** Whether values are counts, which can be stacked: shares and rates of parts do not add up. */
export function isCount({ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>): boolean {
  return decimals === 0 && !/[%‰/]|indeksi|osuus/i.test(unit?.fi ?? '');
}

/** Whether the line's axis starts at zero; if not, the chart says so. Bars always start at zero. */
export function beginsAtZero({ series, targets }: Pick<ChartModel, 'series' | 'targets'>): boolean {
  const all = [...series.flatMap(({ segments }) => segments.flat()), ...targets].map(({ value }) => value);
  const least = Math.min(...all);
  return least <= 0 || least / Math.max(...all) < 0.5;
}
