import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../../../ui/icon.tsx';
import type { ChangeSearch } from '../use-board-search.ts';
import styles from './search-field.module.css';

const pause = 200;

/** Searches while one types; a typed word is one step back in the history, not one for each letter. */
export function SearchField({ q, change }: { q: string | undefined; change: ChangeSearch }) {
  const t = useTranslations('plan');
  const [draft, setDraft] = useState(q ?? '');
  const sent = useRef(q ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Going back, or removing the badge, changes the search without this field.
  useEffect(() => {
    if ((q ?? '') === sent.current) return;
    sent.current = q ?? '';
    setDraft(q ?? '');
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const field = useRef<HTMLInputElement>(null);

  const send = (text: string) => {
    clearTimeout(timer.current);
    const wanted = text.trim();
    if (wanted === sent.current) return;
    change({ q: wanted || undefined }, { replace: sent.current !== '' && wanted !== '' });
    sent.current = wanted;
  };
  return (
    <div className={styles['field']}>
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        value={draft}
        maxLength={100}
        placeholder={t('search')}
        aria-label={t('searchHint')}
        title={t('searchHint')}
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
            field.current?.focus();
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}
