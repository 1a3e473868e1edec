import type { Language } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';

/** Names of languages in the reader's own, and labels of the inputs of a text in each language. */
export function useLanguageLabels() {
  const t = useTranslations('form');
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  const nameOf = (language: Language): string => names.of(language) ?? language;
  const inLanguage = (key: 'inLanguage' | 'clauseInLanguage') => (label: string) => (language: Language) =>
    t(key, { label, language, name: nameOf(language) });
  return {
    nameOf,
    /** "Nimi ruotsiksi" */
    labelIn: inLanguage('inLanguage'),
    /** "Mitä mitataan, ruotsiksi": for a label that is a clause. */
    clauseIn: inLanguage('clauseInLanguage'),
    /** "Ruotsiksi", below the label of the first language. */
    inOnly: (language: Language) => t('onlyInLanguage', { language, name: nameOf(language) }),
  };
}
