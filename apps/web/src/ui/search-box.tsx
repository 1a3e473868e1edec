import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './search-box.module.css';

const pause = 200;

type Props = {
  q: string | undefined;
  words: { search: string; hint: string; clear: string };
  onSearch: (q: string | undefined, how: { replace: boolean }) => void;
};

/** Searches while one types; a typed word is one step back in the history, not one for each letter. */
export function SearchBox({ q, words, onSearch }: Props) {
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
    onSearch(wanted || undefined, { replace: sent.current !== '' && wanted !== '' });
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
        placeholder={words.search}
        aria-label={words.hint}
        title={words.hint}
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
          aria-label={words.clear}
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
