import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Lead, Section, Breadcrumbs } from '../../ui/detail.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { goalPath, boardPath } from '../../domain/paths.ts';
import { Legend } from '../../domain/measure/legend.tsx';
import { termQuery, type Term } from './queries.ts';
import { TermRow, TermRows } from '../../domain/term/term-row.tsx';
import styles from '../../domain/term/term.module.css';

export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year/term' });
  const t = useTranslations('term');
  const plan = useTranslations('plan');
  const link = useTranslations('measurePage');
  const query = useQuery(termQuery(slug, year));
  return (
    <QueryPage
      query={query}
      title={t('pageTitle')}
      missing={{
        title: plan('notFound'),
        text: plan('notFoundText'),
        href: boardPath(slug, year),
        link: link('toBoard'),
      }}
    >
      {(term) => <TermView term={term} />}
    </QueryPage>
  );
}

function TermView({ term }: { term: Term }) {
  const t = useTranslations('term');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const localize = useLocalizedText();
  const { municipality, councilTerm, year, goals } = term;
  const rows = goals.flatMap(({ termMeasures }) => termMeasures);
  const planName = `${localize(municipality.name)} ${year}`;
  // The row of the hash is drawn after the page: scroll to it then.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article>
      <Breadcrumbs
        label={trail('trail')}
        links={[{ href: boardPath(municipality.slug, year), children: app('nav.board') }]}
      />
      <PageHeading title={t('pageTitle')} context={planName}>
        {t('title', { start: String(councilTerm.startYear), end: String(councilTerm.endYear) })}
      </PageHeading>
      {rows.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      ) : (
        <>
          <Lead>
            {t('lead', {
              rows: rows.length,
              followed: rows.filter(({ status }) => status !== 'not_followed').length,
              year: String(year),
            })}
          </Lead>
          <p className={styles['rule']}>{t('rule')}</p>
          <div className={styles['legend']}>
            <Legend />
          </div>
        </>
      )}
      {goals.map((goal) => (
        <Section
          key={goal.slug}
          title={
            <a href={goalPath(municipality.slug, year, goal.slug)} className={styles['goal']}>
              <LocalizedText text={goal.shortName} />
            </a>
          }
        >
          {goal.termMeasures.length === 0 ? (
            <p className={styles['small']}>{t('goalNone')}</p>
          ) : (
            <TermRows>
              {goal.termMeasures.map((row) => (
                <TermRow key={row.code} row={row} href={{ municipality: municipality.slug, year }} />
              ))}
            </TermRows>
          )}
        </Section>
      ))}
    </article>
  );
}
