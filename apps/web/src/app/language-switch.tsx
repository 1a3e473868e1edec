import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useLanguage, useSetLanguage } from '../lib/intl.tsx';
import { languageFacts, languages, type Language } from '../lib/language.ts';
import { cx } from '../ui/cx.ts';
import styles from './switch.module.css';

/** @param offered the municipality's languages on its pages; the reader's own stays in any case */
export function LanguageSwitch({ offered = languages }: { offered?: readonly Language[] | undefined }) {
  const t = useTranslations('app');
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const navigate = useNavigate();
  const isInAddress = 'lang' in useSearch({ from: '__root__' });
  const shown = languages.filter((one) => one === language || offered.includes(one));
  if (shown.length < 2) return null;
  const choose = (wanted: Language) => {
    setLanguage(wanted);
    if (!isInAddress) return;
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, lang: [wanted] }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <div role="group" aria-label={t('language')} className={styles['languages']}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          // Begins with what is seen, so that it can be said to a voice control (WCAG 2.5.3).
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
