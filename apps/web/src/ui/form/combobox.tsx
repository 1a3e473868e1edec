import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../cx.ts';
import { Hidden } from '../hidden.tsx';
import { Icon } from '../icon.tsx';
import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import styles from './combobox.module.css';
import { maxSearch } from '@vointi/shared/text/limits.ts';

export type ComboOption = { value: string; label: string; lang?: string | undefined };
type Props = {
  label: string;
  hint?: ReactNode;
  /** Shown while nothing is chosen. */
  placeholder: string;
  chosen: ComboOption | null;
  /** Options that match the typed text, best first. */
  options: readonly ComboOption[];
  /** How many further options match. */
  more: number;
  /** The options belong to an earlier search: none of them may be chosen. */
  isStale: boolean;
  onType: (text: string) => void;
  onChoose: (option: ComboOption | null) => void;
};

/** A choice of many options; the parent searches. Text that was typed and not chosen is dropped. */
export function Combobox({ label, hint, placeholder, chosen, options, more, isStale, onType, onChoose }: Props) {
  const t = useTranslations('form');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** The choice at opening, which Escape restores. */
  const former = useRef<ComboOption | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [index, setIndex] = useState(0);
  const isOpen = typed !== null;
  const active = isOpen && !isStale ? options[Math.min(index, options.length - 1)] : undefined;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const open = (text: string, searchText: string) => {
    if (!isOpen) former.current = chosen;
    setTyped(text);
    setIndex(0);
    onType(searchText.trim());
  };
  /** Opens with the chosen text selected. */
  const openAll = () => {
    open(chosen?.label ?? '', '');
    input.current?.select();
  };
  const choose = (option: ComboOption | null) => {
    setTyped(null);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const done = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (key === 'ArrowDown') {
      return done(() => (isOpen ? setIndex(Math.max(0, Math.min(index + 1, options.length - 1))) : openAll()));
    }
    if (key === 'ArrowUp' && isOpen) return done(() => setIndex(Math.max(index - 1, 0)));
    if (key === 'Enter' && isOpen) return done(() => active && choose(active));
    if (key === 'Escape' && isOpen) return done(() => choose(former.current));
    return undefined;
  };
  return (
    <Field label={label} hint={hint} name={undefined}>
      {(control) => (
        <div className={styles['box']}>
          <input
            ref={input}
            type="text"
            role="combobox"
            {...control}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active && `${id}-${active.value}`}
            autoComplete="off"
            maxLength={maxSearch}
            placeholder={placeholder}
            className={cx(fieldStyles['control'], styles['input'])}
            value={typed ?? chosen?.label ?? ''}
            onChange={({ target }) => {
              if (target.value === '') onChoose(null);
              open(target.value, target.value);
            }}
            onClick={() => !isOpen && openAll()}
            onBlur={() => setTyped(null)}
            onKeyDown={onKeyDown}
          />
          {chosen && !isOpen && (
            <button
              type="button"
              aria-label={t('clearChoice', { label })}
              className={styles['clear']}
              onClick={() => {
                choose(null);
                input.current?.focus();
              }}
            >
              <Icon name="close" size={14} />
            </button>
          )}
          {isOpen && !isStale && (options.length === 0 || more > 0) && (
            <p className={styles['note']}>
              {options.length === 0 ? t('noOptions') : t('moreOptions', { count: more })}
            </p>
          )}
          <ul
            ref={list}
            id={`${id}-list`}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- The list of a combobox.
            role="listbox"
            aria-label={label}
            aria-busy={isStale}
            hidden={!isOpen}
            className={styles['list']}
          >
            {options.map((option) => (
              // Focus stays in the field, which handles the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={option.value}
                id={`${id}-${option.value}`}
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- As its list.
                role="option"
                aria-selected={option === active}
                lang={option.lang}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label}
              </li>
            ))}
          </ul>
          <Hidden>
            <span role="status">{isOpen && !isStale ? t('options', { count: options.length }) : ''}</span>
          </Hidden>
        </div>
      )}
    </Field>
  );
}
