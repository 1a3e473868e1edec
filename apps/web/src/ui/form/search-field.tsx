import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import styles from './search-field.module.css';

const pause = 250;

type Props = { label: string; value: string; onSearch: (text: string) => void; className?: string | undefined };

/** Searches while one types; Enter does not wait. */
export function SearchField({ label, value, onSearch, className }: Props) {
  const t = useTranslations('form');
  const id = useId();
  const [draft, setDraft] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  // The address may change without this field.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() === sent.current) return;
    sent.current = text.trim();
    onSearch(sent.current);
  };
  return (
    <div className={cx(styles['search'], className)}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['box']}>
        <Icon name="search" />
        <input
          ref={input}
          id={id}
          type="search"
          value={draft}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
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
