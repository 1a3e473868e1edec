import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useLanguage, useSetLanguage } from '../lib/intl.tsx';
import { languageFacts, languages, type Language } from '../lib/language.ts';
import { cx } from '../ui/cx.ts';
import styles from './switch.module.css';

/** @param offered the municipality's languages; the switch also keeps the reader's current one */
export function LanguageSwitch({ offered = languages }: { offered?: readonly Language[] | undefined }) {
  const t = useTranslations('app');
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const navigate = useNavigate();
  const isInAddress = 'lang' in useSearch({ from: '__root__' });
  const shownLanguages = languages.filter((one) => one === language || offered.includes(one));
  if (shownLanguages.length < 2) return null;
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    if (!isInAddress) return;
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, lang: [chosen] }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <div role="group" aria-label={t('language')} className={styles['languages']}>
      {shownLanguages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          // The name begins with the visible text, so that voice control finds the button (WCAG 2.5.3).
          aria-label={`${one}, ${languageFacts[one].name}`}
          aria-pressed={one === language}
          className={cx(styles['language'])}
          onClick={() => choose(one)}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
