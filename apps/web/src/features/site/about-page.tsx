import { useTranslations } from 'use-intl';
import { Lead, Prose, Section } from '../../ui/detail.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { LegendList } from '../../domain/measure/legend.tsx';

const rules = ['status', 'silence', 'missing', 'undated', 'staff'] as const;

/** Describes the service, its lights and its data. */
export function Page() {
  const t = useTranslations('site');
  const lights = useTranslations('measure');
  return (
    <article>
      <PageHeading title={t('about.title')}>{t('about.title')}</PageHeading>
      <Lead>{t('about.lead')}</Lead>
      <Section title={lights('legendTitle')}>
        <Prose>
          <LegendList />
        </Prose>
      </Section>
      <Section title={t('about.rulesTitle')}>
        <Prose>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{t(`about.rules.${rule}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={t('about.sourcesTitle')}>
        <Prose>
          <p>{t('about.sources')}</p>
          <p>{t('about.fictional')}</p>
        </Prose>
      </Section>
      <Section title={t('about.privacyTitle')}>
        <Prose>
          <p>{t('about.privacy')}</p>
        </Prose>
      </Section>
      <Section title={t('about.licenceTitle')}>
        <Prose>
          <p>{t('about.licence')}</p>
          <p>
            <a href="/api/openapi.json">{t('about.api')}</a>
          </p>
        </Prose>
      </Section>
    </article>
  );
}
