import { emailPattern } from '@vointi/shared/text/email.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { parseDay } from './day.ts';
import { maxEmail } from '@vointi/shared/text/limits.ts';
import { textProblem, type FormTexts, type TextLimits } from './form-texts.ts';

type Optional = { isOptional?: boolean };
type Validate = (value: unknown) => true | string;
export type Rules = { validate: Validate };

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Checks before sending, with translated messages. */
export function useRules() {
  const t = useTranslations('form');
  const rule =
    (check: (text: string) => true | string) =>
    ({ isOptional = false }: Optional = {}): Rules => ({
      validate: (value) => {
        const text = textOf(value);
        if (text === '') return isOptional || t('required');
        return check(text);
      },
    });
  return {
    text: (max: number, optional?: Optional) => rule((text) => text.length <= max || t('tooLong', { max }))(optional),
    localized: (texts: FormTexts, language: Language, limits: TextLimits): true | string => {
      const problem = textProblem(texts, language, limits);
      return problem === null || t(problem, { max: limits.max });
    },
    email: rule((text) => (emailPattern.test(text) && text.length <= maxEmail) || t('emailFormat')),
    day: rule((text) => parseDay(text) !== null || t('dayFormat')),
    /** A password is not trimmed. */
    newPassword: (min: number, max: number): Rules => ({
      validate: (value) => {
        const length = typeof value === 'string' ? value.length : 0;
        if (length === 0) return t('required');
        if (length < min) return t('tooShort', { min });
        return length <= max || t('tooLong', { max });
      },
    }),
  };
}
