import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Section } from '../../../ui/detail.tsx';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { publicScreenPath } from './paths.ts';

/** Where the plan is public, a screen needs no pairing: its address is enough. */
export function PublicScreens({ slug }: { slug: string }) {
  const t = useTranslations('displayManage.open');
  const { data } = useQuery(municipalitiesQuery);
  const plans = data?.municipalities.find((one) => one.slug === slug)?.plans ?? [];
  if (plans.length === 0) return null;
  return (
    <Section title={t('title')} note={t('text')}>
      <ul>
        {plans.map(({ year }) => (
          <li key={year}>
            {/* A page of its own, not one of the application's. */}
            <a href={publicScreenPath(slug, year)} target="_blank" rel="noopener">
              {location.host + publicScreenPath(slug, year)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
