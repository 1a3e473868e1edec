import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { IndicatorSummary } from '@vointi/shared/indicator/read-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { ListRow, ListActions, ListNote, ListPart, List } from '../../../ui/form/list.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Filters, FilterSearch, Toolbar } from '../../../domain/admin/filters.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../../domain/admin/use-list-filter.ts';
import { pageField } from '../../../lib/filter-search.ts';
import { catalogueQuery } from '../../../domain/indicator/queries.ts';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { latestText } from './latest-text.ts';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { ListPages } from './list-pages.tsx';
import { gridPath, importPath, managePath } from './paths.ts';
import { useValueTexts } from '../../../domain/indicator/use-value-texts.ts';
import { useLanguage } from '../../../lib/intl.tsx';

/** `new` opens the form for a new indicator. */
const fields = { q: { kind: 'text' }, page: pageField, new: { kind: 'flag' } } as const;

type Props = { slug: string; year: string };

export function IndicatorRows({ slug, year }: Props) {
  const t = useTranslations('indicatorManage');
  const localize = useLocalizedText();
  const client = useQueryClient();
  const list = useListFilter('/admin/$slug/indicators', fields);
  const { new: isNew, ...filter } = list.query;
  const query = useQuery(catalogueQuery(slug, year, filter));
  const [isAdding, setAdding] = useState(isNew === true);
  const [created, setCreated] = useState<string | null>(null);
  const { indicators = [], pages = 1, page = 1 } = query.data ?? {};
  const close = () => {
    setAdding(false);
    if (isNew) list.change({ new: undefined });
  };
  return (
    <>
      <Filters>
        <FilterSearch label={t('search')} list={list} />
      </Filters>
      <Toolbar>
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('add')}
        </Button>
        <a href={gridPath(slug, year)} className={buttonClass({})}>
          {t('grid')}
        </a>
        <a href={importPath(slug, year)} className={buttonClass({})}>
          {t('import')}
        </a>
      </Toolbar>
      <ListFrame
        query={query}
        count={indicators.length}
        isFiltered={list.filter.q !== undefined}
        onClear={list.clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <List label={t('title')}>
          {indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} slug={slug} year={year} indicator={indicator} />
          ))}
        </List>
        <ListPages page={page} pages={pages} onPage={(to) => list.change({ page: String(to) })} />
      </ListFrame>
      {/* Navigates after the form is closed; an open form would ask about unsaved changes. */}
      {created !== null && !isAdding && (
        <Navigate to="/admin/$slug/indicators/edit/$id" params={{ slug, id: created }} search={{ year: [year] }} />
      )}
      {isAdding && (
        <IndicatorDialog
          slug={slug}
          indicator={null}
          onClose={close}
          onDone={(indicator) => {
            setAdding(false);
            void refreshFigures(client, slug);
            showToast(t('added', { name: localize(indicator.name) }));
            setCreated(indicator.slug);
          }}
        />
      )}
    </>
  );
}

function IndicatorRow({ slug, year, indicator }: Props & { indicator: IndicatorSummary }) {
  const t = useTranslations('indicatorManage');
  const indicatorText = useTranslations('indicator');
  const kind = useTranslations('indicatorManage.kind');
  const localize = useLocalizedText();
  const language = useLanguage();
  const { texts } = useValueTexts();
  const { name, unit, source, measures, goals } = indicator;
  const latest = latestText(indicator, language, texts);
  return (
    <ListRow>
      <ListPart>
        <h2 {...localize.in(name)} />
        <ListNote>{unit ? `${kind(indicator.kind)}, ${localize(unit)}` : kind(indicator.kind)}</ListNote>
      </ListPart>
      <ListPart>
        <p>{latest ?? indicatorText('noValue')}</p>
        {source && <ListNote>{`${indicatorText('source')} ${localize(source)}`}</ListNote>}
      </ListPart>
      <ListPart>
        <p>{t('follows', { measures: measures.length, goals: goals.length })}</p>
      </ListPart>
      <ListActions>
        <a
          href={managePath(slug, year, indicator.slug)}
          className={buttonClass({})}
          aria-label={`${t('edit')}: ${localize(name)}`}
        >
          {t('edit')}
        </a>
      </ListActions>
    </ListRow>
  );
}
