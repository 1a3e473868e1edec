import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { QueryPage } from '../../ui/query-page.tsx';
import { boardPath } from '../../domain/paths.ts';
import { MeasureView, type DecisionsProps } from './detail/measure-view.tsx';
import { measureQuery } from './queries.ts';

export type { DecisionsProps };

/** `decisions` draws the decisions of meetings on the measure, which are another feature. */
export function MeasurePage({ decisions }: { decisions: ComponentType<DecisionsProps> }) {
  const { slug, year, id } = useParams({ from: '/$slug/$year/measures/$id' });
  const t = useTranslations('measurePage');
  const query = useQuery(measureQuery(slug, year, id));
  return (
    <QueryPage
      query={query}
      title={t('title')}
      missing={{ title: t('missing'), text: t('missingText'), href: boardPath(slug, year), link: t('toBoard') }}
    >
      {(measure) => <MeasureView measure={measure} decisions={decisions} />}
    </QueryPage>
  );
}
