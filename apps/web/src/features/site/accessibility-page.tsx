import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { hyphenate } from '../../lib/hyphenate.ts';
import { Lead, Prose, Section } from '../../ui/detail.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Feedback } from './feedback.tsx';
import { OwnStatement } from './own-statement.tsx';

const built = ['lights', 'keyboard', 'reflow', 'themes', 'language', 'tables'] as const;
const untested = ['reader', 'people', 'devices', 'audit'] as const;

/** The accessibility statement that the law asks for. */
export function Page() {
  const t = useTranslations('site');
  const { municipality = [] } = useSearch({ from: '/accessibility' });
  const [slug] = municipality;
  return (
    <article>
      <PageHeading title={t('accessibility.title')}>{hyphenate(t('accessibility.title'))}</PageHeading>
      <Lead>{t('accessibility.lead')}</Lead>
      {slug !== undefined && <OwnStatement slug={slug} />}
      <Section title={t('accessibility.stateTitle')}>
        <Prose>
          <p>{t('accessibility.state')}</p>
        </Prose>
      </Section>
      <Section title={t('accessibility.builtTitle')}>
        <Prose>
          <ul>
            {built.map((one) => (
              <li key={one}>{t(`accessibility.built.${one}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={t('accessibility.untestedTitle')} note={t('accessibility.untestedNote')}>
        <Prose>
          <ul>
            {untested.map((one) => (
              <li key={one}>{t(`accessibility.untested.${one}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={t('accessibility.feedbackTitle')}>
        <Prose>
          <p>{t('accessibility.feedback')}</p>
          <p>{t('accessibility.answer')}</p>
        </Prose>
        <Feedback slug={slug} />
      </Section>
      <Section title={t('accessibility.authorityTitle')}>
        <Prose>
          <p>{t('accessibility.authority')}</p>
          <p>
            <a href="https://www.saavutettavuusvaatimukset.fi/">www.saavutettavuusvaatimukset.fi</a>
          </p>
        </Prose>
      </Section>
    </article>
  );
}
