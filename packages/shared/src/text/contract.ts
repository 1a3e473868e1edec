import * as z from 'zod';
import { slugPattern } from './slug.ts';
import { forEachLanguage, type Language } from './text.ts';
import { maxLongName, maxLongText, maxName, maxShortName, maxSlug, maxTitle } from './limits.ts';

type OtherTexts = Record<Exclude<Language, 'fi'>, z.ZodOptional<z.ZodString>>;

function localizedText(max: number) {
  const text = z.string().trim().min(1).max(max);
  const { fi: _, ...others } = forEachLanguage(() => text.optional());
  return z.strictObject({ fi: text, ...(others satisfies OtherTexts) });
}

/** Every schema that `textOf` has given, by its length: the API's description names them. */
export const localizedTexts = new Map<number, ReturnType<typeof localizedText>>();

/** Bounded text: Finnish, and each other language where it is written. `max` is in characters, for each language. */
export function textOf(max: number): ReturnType<typeof localizedText> {
  const schema = localizedTexts.get(max) ?? localizedText(max);
  localizedTexts.set(max, schema);
  return schema;
}

export const slug = z.string().regex(slugPattern, 'lower-case letters a–z, digits and single hyphens').max(maxSlug);

export const year = z.int().min(2000).max(2100);
/** A year as it stands in an address. */
export const yearParam = z
  .string()
  .regex(/^20\d\d$/, 'a year, 2000–2099')
  .transform(Number);

export const name = textOf(maxName);
export const shortName = textOf(maxShortName);
/** Something with an address, by its name. */
export const NameRef = z.object({ slug, name });
/** The same where names are longer: indicators and their sets. */
export const LongNameRef = z.object({ slug, name: textOf(maxLongName) });
export const longText = textOf(maxLongText);
export const title = textOf(maxTitle);
