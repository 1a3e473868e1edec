import { maxEmail } from '@vointi/shared/text/limits.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { dayText, parseDay } from './day.ts';
import {
  fromFormTexts,
  fromFormTextsOrNull,
  toFormTexts,
  translations,
  original,
  type FormTexts,
  type TextLimits,
} from './form-texts.ts';
import type { Rules, useRules } from './use-rules.ts';

/** One field of a form: `Value` is what the API holds, `Typed` what the form holds. */
export type FieldKind<Value, Typed> = {
  /** What the form of a new row starts with. */
  empty: Typed;
  toForm(value: Value): Typed;
  toValue(typed: Typed): Value;
  isOptional?: boolean;
  /** The check before sending. */
  rule?: (rules: ReturnType<typeof useRules>) => Rules;
  /** Of a text in all languages. */
  limits?: TextLimits;
  /** Parts that are inputs of their own: they are compared one by one in a conflict. */
  parts?: readonly string[];
  /** A saved value in words, where the value does not say it. */
  words?(typed: Typed): string;
};

const orNull = (text: string) => text.trim() || null;
const asIs = { toForm: (text: string | null) => text ?? '', toValue: orNull };
const optional = { isOptional: true };

export const text = (max: number): FieldKind<string, string> => ({
  empty: '',
  toForm: (value) => value,
  toValue: (typed) => typed.trim(),
  rule: (rules) => rules.text(max),
});

export const optionalText = (max: number): FieldKind<string | null, string> => ({
  empty: '',
  ...asIs,
  ...optional,
  rule: (rules) => rules.text(max, optional),
});

export const email = (): FieldKind<string, string> => ({ ...text(maxEmail), rule: (rules) => rules.email() });

export const optionalEmail = (): FieldKind<string | null, string> => ({
  ...optionalText(maxEmail),
  rule: (rules) => rules.email(optional),
});

/** A day of the calendar, `2026-08-01`; the form's check rejects any other text. */
export const day = (): FieldKind<string, string> => ({
  empty: '',
  toForm: dayText,
  toValue: (typed) => parseDay(typed) ?? '',
  rule: (rules) => rules.day(),
});

export const optionalDay = (): FieldKind<string | null, string> => ({
  ...day(),
  ...optional,
  toForm: dayText,
  toValue: parseDay,
  rule: (rules) => rules.day(optional),
});

/** One of a few values, or anything else that the form holds as the API does. */
export const choice = <V>(empty: V): FieldKind<V, V> => ({
  empty,
  toForm: (value) => value,
  toValue: (typed) => typed,
});

/** One of many by its slug, or none. */
export const optionalChoice = (): FieldKind<string | null, string> => ({ empty: '', ...asIs, ...optional });

export const wholeNumber = (empty: number): FieldKind<number, string> => ({
  empty: String(empty),
  toForm: String,
  toValue: Number,
});

/** A text in all languages. */
export const localizedText = (max: number): FieldKind<Text, FormTexts> => ({
  empty: toFormTexts(null),
  toForm: toFormTexts,
  toValue: fromFormTexts,
  limits: { max },
  parts: [original, ...translations],
});

export const optionalLocalizedText = (max: number): FieldKind<Text | null, FormTexts> => ({
  empty: toFormTexts(null),
  toForm: toFormTexts,
  toValue: fromFormTextsOrNull,
  isOptional: true,
  limits: { max, isOptional: true },
  parts: [original, ...translations],
});
