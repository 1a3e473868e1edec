import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { tones } from '@vointi/shared/finding/tone.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Cards, Lead, Section, Breadcrumbs } from '../../ui/detail.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { boardPath } from '../../domain/paths.ts';
import { FindingCard } from './finding-card.tsx';
import { findingsQuery, type Findings } from './queries.ts';

export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year/findings' });
  const t = useTranslations('finding');
  const plan = useTranslations('plan');
  const link = useTranslations('measurePage');
  const query = useQuery(findingsQuery(slug, year));
  return (
    <QueryPage
      query={query}
      title={t('title')}
      missing={{
        title: plan('notFound'),
        text: plan('notFoundText'),
        href: boardPath(slug, year),
        link: link('toBoard'),
      }}
    >
      {(data) => <FindingsView data={data} />}
    </QueryPage>
  );
}

function FindingsView({ data: { plan, findings: all, can } }: { data: Findings }) {
  // Drafts are only on the management page.
  const findings = all.filter(({ state }) => state === 'published');
  const t = useTranslations('finding');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const localize = useLocalizedText();
  const { slug, name } = plan.municipality;
  return (
    <article>
      <Breadcrumbs label={trail('trail')} links={[{ href: boardPath(slug, plan.year), children: app('nav.board') }]} />
      <PageHeading title={t('title')} context={`${localize(name)} ${plan.year}`}>
        {t('title')}
      </PageHeading>
      {can.edit && (
        <p>
          <a href={`/admin/${slug}/findings?year=${plan.year}`} className={buttonClass({ size: 'small' })}>
            {t('manage')}
          </a>
        </p>
      )}
      {findings.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      ) : (
        <Lead>{t('lead')}</Lead>
      )}
      {tones.map((tone) => {
        const own = findings.filter((finding) => finding.tone === tone);
        if (own.length === 0) return null;
        return (
          <Section key={tone} title={`${t(`tone.${tone}`)} · ${own.length}`}>
            <Cards wide>
              {own.map((finding) => (
                <FindingCard key={finding.slug} finding={finding} href={{ municipality: slug, year: plan.year }} />
              ))}
            </Cards>
          </Section>
        );
      })}
    </article>
  );
}
