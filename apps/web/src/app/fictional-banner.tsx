import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { usePlanHead } from '../domain/plan/queries.ts';
import { useLocalizedText } from '../lib/text.tsx';
import styles from './fictional-banner.module.css';

/** Says that the municipality does not exist, on each of its pages and on paper. */
export function FictionalBanner() {
  const { slug, year } = useParams({ strict: false });
  return slug !== undefined && year !== undefined && <Banner slug={slug} year={year} />;
}

function Banner({ slug, year }: { slug: string; year: string }) {
  const t = useTranslations('app');
  const localize = useLocalizedText();
  const municipality = usePlanHead(slug, year)?.municipality;
  if (!municipality?.isFictional) return null;
  return (
    <p className={styles['banner']}>
      <b>{t('fictional')}.</b> {t('fictionalText', { name: localize(municipality.name) })}
    </p>
  );
}
