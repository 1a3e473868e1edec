import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Section } from '../../../ui/detail.tsx';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { publicScreenPath } from './paths.ts';

/** Addresses of screens that need no pairing, since the plan is public. */
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
            {/* The screen is a page of its own: the router does not know it. */}
            <a href={publicScreenPath(slug, year)} target="_blank" rel="noopener">
              {location.host + publicScreenPath(slug, year)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
