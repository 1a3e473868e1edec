import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Catalogue, IndicatorSummary } from '@vointi/shared/indicator/read-contract.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import type { Language } from '../../../lib/language.ts';
import { localizerOf } from '../../../lib/text.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { Filters, FilterSearch } from '../../../domain/admin/filters.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../../domain/admin/use-list-filter.ts';
import { pageField } from '../../../lib/filter-search.ts';
import { ListPages } from '../manage/list-pages.tsx';
import { catalogueQuery, indicatorsKey } from '../../../domain/indicator/queries.ts';
import { GridPanel } from './grid-panel.tsx';
import { useGrid } from './use-grid.ts';
import { gridKey, cellOf, type Grid, type GridCell } from './model.ts';

const yearsBefore = 4;

type CellText = { language: Language; missing: string };

/** A row for each indicator, a column for the plan's year and each of the years before it. */
function gridOf(indicators: readonly IndicatorSummary[], year: number, { language, missing }: CellText): Grid {
  const localize = localizerOf(language);
  const years = Array.from({ length: yearsBefore + 1 }, (_, index) => String(year - yearsBefore + index));
  const cells = new Map<string, GridCell>();
  for (const indicator of indicators) {
    for (const period of years) {
      const key = gridKey(indicator.slug, period);
      const value = indicator.ofYears.find((one) => one.period === period) ?? null;
      const cellKey = { indicator: indicator.slug, period, ageGroup: null, sex: null, area: 'municipality' } as const;
      const names = { row: localize(indicator.name), column: period };
      cells.set(key, cellOf(key, indicator, { names, cellKey, value, language, missing }));
    }
  }
  return {
    columns: years.map((period) => ({ key: period, label: period })),
    rows: indicators.map(({ slug, name, unit }) => ({
      key: slug,
      label: localize.in(name).children,
      lang: localize.in(name).lang,
      ...(unit && { note: localize(unit) }),
    })),
    cells,
  };
}

export function CatalogueGrid({ slug, year }: { slug: string; year: string }) {
  const t = useTranslations('grid');
  const language = useLanguage();
  const client = useQueryClient();
  const list = useListFilter('/admin/$slug/indicators/grid', { q: { kind: 'text' }, page: pageField });
  const query = useQuery(catalogueQuery(slug, year, list.query));
  const { indicators, pages = 1, page = 1 } = query.data ?? {};
  const missing = t('missing');
  const grid = useMemo(() => {
    const cellText = { language, missing };
    const visible = gridOf(indicators ?? [], Number(year), cellText);
    // Drafts of another page of the list stay, so its cells must stay known.
    const others = client
      .getQueriesData<Partial<Catalogue>>({ queryKey: [...indicatorsKey(slug), year] })
      .flatMap(([, other]) => other?.indicators ?? []);
    return { ...visible, cells: new Map([...gridOf(others, Number(year), cellText).cells, ...visible.cells]) };
  }, [client, slug, indicators, year, language, missing]);
  const state = useGrid(slug, grid);
  return (
    <>
      <Filters>
        <FilterSearch label={t('search')} list={list} />
      </Filters>
      <ListFrame
        query={query}
        count={grid.rows.length}
        isFiltered={list.filter.q !== undefined}
        onClear={list.clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <GridPanel label={t('title')} grid={grid} state={state} />
        <ListPages page={page} pages={pages} onPage={(to) => list.change({ page: String(to) })} />
      </ListFrame>
      <LeaveGuard isDirty={state.changed.length > 0} />
    </>
  );
}
