import { grantOf } from '@vointi/shared/access/grant.ts';
import {
  type Catalogue,
  cataloguePage,
  type CatalogueQuery,
  type IndicatorSummary,
} from '@vointi/shared/indicator/read-contract.ts';
import { courseOf, latestOf } from '@vointi/shared/indicator/series.ts';
import type { SeriesKey } from '@vointi/shared/indicator/trend-contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { planOf, type PlanKey } from '../plan/public.ts';
import { type CatalogueIndex, type IndexRow, readIndex, readSummaries, type SummaryRow } from './catalogue-rows.ts';
import { filterCatalogue } from './filter-catalogue.ts';
import { hiddenOf, seesSmall, toIndicator } from './row.ts';

/** A page of the catalogue, in three queries at most. @throws AppError not_found for a page beyond the last */
export async function listIndicators(
  context: Context,
  key: PlanKey,
  { page = 1, ...filters }: CatalogueQuery,
  reader: Reader,
): Promise<Catalogue> {
  const { planId, head } = await planOf(context, key, reader);
  const index = await readIndex(context.db, planId);
  const { matching, facets } = filterCatalogue(index, filters);
  const pages = Math.max(1, Math.ceil(matching.length / cataloguePage));
  if (page > pages) throw new AppError('not_found');
  const entries = matching.slice((page - 1) * cataloguePage, page * cataloguePage);
  const ids = entries.map(({ id }) => id);
  const rows = await readSummaries(context.db, { municipalityId: index.municipalityId, ids, year: key.year });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const seesAll = seesSmall(reader.actor, key.slug);
  const toSummary = summariser(index, seesAll);
  const without = index.measures.filter(({ hasFigure }) => !hasFigure);
  return {
    plan: head,
    total: index.indicators.length,
    matching: matching.length,
    page,
    pages,
    indicators: entries.flatMap((entry) => {
      const row = rowOf.get(entry.id);
      return row ? [toSummary(entry, row)] : [];
    }),
    facets,
    measures: {
      total: index.measures.length,
      withoutFigure: without.length,
      without: without.slice(0, 500).map(({ code, title, goal }) => ({ code, title, goal })),
    },
    can: { edit: grantOf(reader.actor, 'indicator:manage', key.slug) !== null },
  };
}

/** Includes missing and hidden values. */
const pointsOf = (values: readonly IndicatorValue[], series: SeriesKey): IndicatorSummary['points'] =>
  courseOf(values, series).map((value) => ({
    period: value.period,
    value: value.kind === 'number' ? value.value : null,
    isHidden: value.kind === 'suppressed',
    isUncertain: value.isUncertain,
  }));

function summariser({ goals, measures }: CatalogueIndex, seesAll: boolean) {
  const goalOf = new Map(goals.map(({ slug, shortName }) => [slug, { slug, shortName }]));
  const order = new Map(goals.map(({ slug }, index) => [slug, index]));
  const measureOf = new Map(measures.map(({ code, title }) => [code, { code, title }]));
  return (entry: IndexRow, { valueCount, headline, ofYears, ...row }: SummaryRow): IndicatorSummary => {
    const isHidden = seesAll ? () => false : hiddenOf(row);
    const { values, ...indicator } = toIndicator(row, seesAll, () => isHidden);
    return {
      ...indicator,
      series: headline,
      latest: latestOf(values, indicator.trend),
      points: headline && row.kind === 'number' ? pointsOf(values, headline) : [],
      valueCount,
      hasData: entry.hasData,
      ofYears: toIndicator({ ...row, values: ofYears }, seesAll, () => isHidden).values,
      goals: entry.goals
        .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .flatMap((slug) => goalOf.get(slug) ?? []),
      measures: entry.measures.flatMap((code) => measureOf.get(code) ?? []),
      termMeasures: entry.termMeasures,
    };
  };
}
