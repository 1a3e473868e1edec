import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useLanguage, useSetLanguage } from '../lib/intl.tsx';
import { languages, type Language } from '../lib/language.ts';
import { cx } from '../ui/cx.ts';
import styles from './switch.module.css';

// Begins with what is seen, so that it can be said to a voice control (WCAG 2.5.3).
const names: Record<Language, string> = { fi: 'fi, suomi', sv: 'sv, svenska', en: 'en, English' };

export function LanguageSwitch() {
  const t = useTranslations('app');
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const navigate = useNavigate();
  const isInAddress = 'lang' in useSearch({ strict: false });
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
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-label={names[one]}
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
