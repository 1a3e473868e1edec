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

/** The schemas that `textOf` returned, by length, for which the OpenAPI document has named components. */
export const localizedTexts = new Map<number, ReturnType<typeof localizedText>>();

/** Text in Finnish and optionally in other languages, each of at most `max` characters. */
export function textOf(max: number): ReturnType<typeof localizedText> {
  const schema = localizedTexts.get(max) ?? localizedText(max);
  localizedTexts.set(max, schema);
  return schema;
}

export const slug = z.string().regex(slugPattern, 'lower-case letters a–z, digits and single hyphens').max(maxSlug);

export const year = z.int().min(2000).max(2100);
/** A year in an address. */
export const yearParam = z
  .string()
  .regex(/^20\d\d$/, 'a year, 2000–2099')
  .transform(Number);

export const name = textOf(maxName);
export const shortName = textOf(maxShortName);
/** A reference to something by its slug, with its name. */
export const NameRef = z.object({ slug, name });
/** A reference with a longer name: to an indicator or a set of them. */
export const LongNameRef = z.object({ slug, name: textOf(maxLongName) });
export const longText = textOf(maxLongText);
export const title = textOf(maxTitle);
