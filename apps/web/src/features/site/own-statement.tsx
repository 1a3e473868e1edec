import { useQuery } from '@tanstack/react-query';
import { textIn } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { useLocalizedText } from '../../lib/text.tsx';
import { Prose, Section } from '../../ui/detail.tsx';
import { publicSettingsQuery } from '../../domain/municipality/queries.ts';

/** The municipality's own part of the accessibility statement. */
export function OwnStatement({ slug }: { slug: string }) {
  const t = useTranslations('site');
  const localize = useLocalizedText();
  const language = useLanguage();
  const { data } = useQuery(publicSettingsQuery(slug));
  if (!data?.statement) return null;
  const { text, lang } = textIn(data.statement, language);
  return (
    <Section title={t('accessibility.ownTitle', { name: localize(data.name) })}>
      <Prose>
        {text.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index} lang={lang}>
            {paragraph}
          </p>
        ))}
      </Prose>
    </Section>
  );
}
