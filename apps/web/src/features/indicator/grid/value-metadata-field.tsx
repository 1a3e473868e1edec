import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '../../../ui/form/text-field.tsx';

type Props = {
  label: string;
  lang?: string;
  hint?: string | undefined;
  /** Null: the selected cells differ. */
  value: string | null;
  max: number;
  isDisabled?: boolean;
  onWrite: (text: string) => void;
};

/** One metadata field of the selected values. It writes on blur or Enter, so that undo takes it back in one step. */
export function ValueMetadataField({ label, lang, hint, value, max, isDisabled = false, onWrite }: Props) {
  const t = useTranslations('grid.said');
  const [input, setInput] = useState<string | null>(null);
  const end = () => {
    if (input !== null && input.trim() !== (value ?? '')) onWrite(input);
    setInput(null);
  };
  return (
    <TextField
      label={label}
      lang={lang}
      hint={value === null ? t('differ') : hint}
      value={input ?? value ?? ''}
      maxLength={max}
      disabled={isDisabled}
      autoComplete="off"
      onChange={({ target }) => setInput(target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setInput(null);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        end();
      }}
    />
  );
}
