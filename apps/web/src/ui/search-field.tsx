import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';
import { maxSearch } from '@vointi/shared/text/limits.ts';

const pause = 200;

type Props = {
  label: string;
  /** In a row of filters the label is hidden and this is shown. */
  placeholder?: string;
  value: string;
  /** `replace`: a typed word is one history entry, not one for each letter. */
  onSearch: (text: string, how: { replace: boolean }) => void;
  className?: string | undefined;
};

/** Searches while the person types, with a delay; Enter searches at once. */
export function SearchField({ label, placeholder, value, onSearch, className }: Props) {
  const t = useTranslations('ui');
  const id = useId();
  const [draft, setDraft] = useState(value);
  const lastSearch = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  // The value also changes by going back or by removing the filter elsewhere.
  useEffect(() => {
    if (value === lastSearch.current) return;
    lastSearch.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string) => {
    clearTimeout(timer.current);
    const searchText = text.trim();
    if (searchText === lastSearch.current) return;
    const replace = lastSearch.current !== '' && searchText !== '';
    lastSearch.current = searchText;
    onSearch(searchText, { replace });
  };
  const isBare = placeholder !== undefined;
  return (
    <div className={cx(isBare ? styles['bare'] : styles['search'], className)}>
      {!isBare && <label htmlFor={id}>{label}</label>}
      <div className={styles['box']}>
        <Icon name="search" />
        <input
          ref={input}
          id={id}
          type="search"
          value={draft}
          maxLength={maxSearch}
          autoComplete="off"
          enterKeyHint="search"
          {...(isBare && { placeholder, 'aria-label': label, title: label })}
          onChange={({ target }) => {
            setDraft(target.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => send(target.value), pause);
          }}
          onKeyDown={({ key }) => key === 'Enter' && send(draft)}
        />
        {draft !== '' && (
          <button
            type="button"
            aria-label={t('clearSearch')}
            onClick={() => {
              setDraft('');
              send('');
              input.current?.focus();
            }}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
    </div>
  );
}
