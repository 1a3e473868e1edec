import type { Language } from '@vointi/shared/text/text.ts';
import type { ChangeEvent, FocusEvent, ReactNode } from 'react';
import { Columns2 } from './columns.tsx';
import type { FieldProps } from './field.tsx';
import { original, translations, type FormTexts } from './form-texts.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

type Element = HTMLInputElement | HTMLTextAreaElement;
type InputProps = Pick<FieldProps, 'error' | 'isOptional'> & {
  name?: string;
  value?: string;
  onBlur?: (event: FocusEvent<Element>) => unknown;
  onChange: (event: ChangeEvent<Element>) => unknown;
  ref?: (element: Element | null) => void;
};
/** What ties the input of one language to where the text is kept. */
export type TextInput = (language: Language) => InputProps;

/** Ties the inputs to a value that is kept elsewhere than in a form of react-hook-form. */
export const controlledTexts =
  (texts: FormTexts, onChange: (texts: FormTexts) => void): TextInput =>
  (language) => ({
    value: texts[language],
    onChange: ({ target }) => onChange({ ...texts, [language]: target.value }),
  });

type Props = {
  input: TextInput;
  label: (language: Language) => string;
  /** At the first language. */
  hint?: ReactNode;
  /** Only the language that the text is written in first, or only the others, where a form has them apart. */
  part?: 'original' | 'translations';
  /** Several lines, as many as this at first. */
  rows?: number;
  /** Translations below one another; text of several lines always is. */
  isStacked?: boolean;
  autoComplete?: string | undefined;
};

/** A text in all languages: an input for each, of which only the first may be needed. */
export function LocalizedField({ input, label, hint, part, rows, isStacked = false, autoComplete }: Props) {
  const draw = (language: Language) => {
    const isOriginal = language === original;
    const props = {
      label: label(language),
      lang: language,
      ...input(language),
      ...(isOriginal ? { hint, autoComplete } : { isOptional: true }),
    };
    return rows === undefined ? (
      <TextField key={language} {...props} />
    ) : (
      <TextArea key={language} rows={rows} {...props} />
    );
  };
  const others = part !== 'original' && translations.map(draw);
  return (
    <>
      {part !== 'translations' && draw(original)}
      {others && !isStacked && rows === undefined ? <Columns2>{others}</Columns2> : others}
    </>
  );
}
