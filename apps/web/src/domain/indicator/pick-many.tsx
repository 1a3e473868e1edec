import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choices } from '../../ui/choices.tsx';
import styles from './pick-many.module.css';
import { maxSearch } from '@vointi/shared/text/limits.ts';

type Choice = { value: string; label: string; lang?: string | undefined };
type Props = {
  legend: string;
  search: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

const plain = (text: string) => text.replaceAll('\u00ad', '').toLowerCase();

/** Chooses several of many options; chosen ones stay visible during a search. */
export function PickMany({ legend, search, choices, chosen, onChange }: Props) {
  const t = useTranslations('indicatorManage');
  const id = useId();
  const [text, setText] = useState('');
  const query = plain(text.trim());
  const visible = choices.filter(({ value, label }) => chosen.includes(value) || plain(label).includes(query));
  const ordered = [
    ...visible.filter(({ value }) => chosen.includes(value)),
    ...visible.filter(({ value }) => !chosen.includes(value)),
  ];
  return (
    <div className={styles['pick']}>
      <label htmlFor={id}>{search}</label>
      <input
        id={id}
        type="search"
        value={text}
        maxLength={maxSearch}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles['list']}>
        <Choices
          legend={`${legend} (${t('chosen', { count: chosen.length })})`}
          choices={ordered}
          chosen={chosen}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
