import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '../../../ui/form/text-field.tsx';

type Props = {
  label: string;
  lang?: string;
  hint?: string | undefined;
  /** Null: the chosen cells differ. */
  value: string | null;
  max: number;
  isDisabled?: boolean;
  onWrite: (typed: string) => void;
};

/** One thing that is said of the chosen values: written when the field is left, so that it is one step to take back. */
export function SaidField({ label, lang, hint, value, max, isDisabled = false, onWrite }: Props) {
  const t = useTranslations('grid.said');
  const [typed, setTyped] = useState<string | null>(null);
  const end = () => {
    if (typed !== null && typed.trim() !== (value ?? '')) onWrite(typed);
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      lang={lang}
      hint={value === null ? t('differ') : hint}
      value={typed ?? value ?? ''}
      maxLength={max}
      disabled={isDisabled}
      autoComplete="off"
      onChange={({ target }) => setTyped(target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        end();
      }}
    />
  );
}
