import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { signedInMessages } from '../../lib/messages.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Prose } from '../../ui/detail.tsx';
import { municipalitiesQuery, publicSettingsQuery } from '../../domain/municipality/queries.ts';
import { accessibilityPath } from '../../domain/paths.ts';

const FeedbackForm = signedInMessages.part(async () => (await import('./feedback-form.tsx')).FeedbackForm);

/** The feedback form of the municipality in the address, or a choice of municipalities. */
export const Feedback = ({ slug }: { slug: string | undefined }) =>
  slug === undefined ? <Municipalities /> : <Form slug={slug} />;

function Form({ slug }: { slug: string }) {
  const { data } = useQuery(publicSettingsQuery(slug));
  return (
    data?.hasFeedback && (
      <Suspense>
        <FeedbackForm slug={slug} name={data.name} />
      </Suspense>
    )
  );
}

function Municipalities() {
  const t = useTranslations('site');
  const localize = useLocalizedText();
  const { data } = useQuery(municipalitiesQuery);
  if (!data?.municipalities.length) return null;
  return (
    <Prose>
      <p>{t('accessibility.ofMunicipality')}</p>
      <ul>
        {data.municipalities.map(({ slug, name }) => (
          <li key={slug}>
            <a href={accessibilityPath(slug)} {...localize.in(name)} />
          </li>
        ))}
      </ul>
    </Prose>
  );
}
