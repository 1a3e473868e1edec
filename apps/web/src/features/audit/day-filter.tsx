import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { dayText, parseDay } from '../../ui/form/day.ts';
import { TextField } from '../../ui/form/text-field.tsx';

type Props = { label: string; value: string; onChange: (day: string) => void };

/** A date that filters a list; it applies on Enter or when the field loses the focus. */
export function DayFilter({ label, value, onChange }: Props) {
  const t = useTranslations('form');
  const [draft, setDraft] = useState(dayText(value || null));
  const [error, setError] = useState<string>();
  useEffect(() => {
    setDraft(dayText(value || null));
    setError(undefined);
  }, [value]);
  const take = () => {
    const day = draft.trim() === '' ? '' : parseDay(draft);
    setError(day === null ? t('dayFormat') : undefined);
    if (day !== null && day !== value) onChange(day);
  };
  return (
    <TextField
      label={label}
      placeholder={t('dayHint')}
      inputMode="decimal"
      autoComplete="off"
      value={draft}
      error={error}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}
