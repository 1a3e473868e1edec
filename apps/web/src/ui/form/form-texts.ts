import { forEachLanguage, languages, type Language, type Text } from '@vointi/shared/text/text.ts';

/** A text as a form holds it: one string for each language, empty when it is missing. */
export type FormTexts = Record<Language, string>;

/** The language that a text is written in first, and those that it may be translated into. */
export const original = 'fi';
export const translations = languages.filter((language) => language !== original);

export const toFormTexts = (text: Text | null): FormTexts => forEachLanguage((language) => text?.[language] ?? '');

export const fromFormTexts = (texts: FormTexts): Text => ({
  [original]: texts[original].trim(),
  ...Object.fromEntries(
    translations.flatMap((language) => (texts[language].trim() ? [[language, texts[language].trim()]] : [])),
  ),
});

/** Null without the original: the other languages are translations of it. */
export const fromFormTextsOrNull = (texts: FormTexts): Text | null =>
  texts[original].trim() === '' ? null : fromFormTexts(texts);

export type TextLimits = { max: number; isOptional?: boolean };

/** What is wrong with a text in one language. An optional text needs its original as soon as it has a translation. */
export function textProblem(texts: FormTexts, language: Language, { max, isOptional }: TextLimits) {
  const { length } = texts[language].trim();
  if (length > max) return 'tooLong';
  if (length > 0 || language !== original) return null;
  const hasTranslation = translations.some((other) => texts[other].trim() !== '');
  return isOptional && !hasTranslation ? null : 'required';
}
