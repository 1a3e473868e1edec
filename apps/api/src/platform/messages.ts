import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEachLanguage, type Language, languageFacts } from '@vointi/shared/text/text.ts';
import { IntlMessageFormat } from 'intl-messageformat';

const folder = join(import.meta.dirname, '../locales');
const timeZone = 'Europe/Helsinki';

/** The formats that messages can name for a day or a time: `{until, date, long} at {until, time, padded}`. */
const formats = {
  date: {
    numeric: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone },
    long: { day: 'numeric', month: 'long', year: 'numeric', timeZone },
  },
  time: {
    short: { hour: 'numeric', minute: '2-digit', timeZone },
    padded: { hour: '2-digit', minute: '2-digit', timeZone },
  },
} as const;

type Values = Record<string, string | number | Date | null | undefined>;
/** The paths of the messages in a file: `invitation.subject`. */
type KeyOf<File> = {
  [K in keyof File & string]: File[K] extends string ? K : `${K}.${KeyOf<File[K]>}`;
}[keyof File & string];

export type Translate<File> = (key: KeyOf<File>, values?: Values) => string;

/** The content of a locale file in each language. `File` is the type of the Finnish file. */
export const readLocales = <File>(file: string): Record<Language, File> =>
  forEachLanguage((language) => JSON.parse(readFileSync(join(folder, language, `${file}.json`), 'utf8')) as File);

/** Formatters of the ICU messages of a locale file, in each language. */
export function messagesOf<File>(file: string): Record<Language, Translate<File>> {
  const files = readLocales<File>(file);
  return forEachLanguage((language) => {
    const made = new Map<string, IntlMessageFormat>();
    return (key, values = {}) => {
      const known =
        made.get(key) ??
        new IntlMessageFormat(at(files[language], key), languageFacts[language].locale, formats, { ignoreTag: true });
      made.set(key, known);
      return String(known.format(values));
    };
  });
}

function at(file: unknown, key: string): string {
  const message = key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], file);
  if (typeof message !== 'string') throw new Error(`There is no message ${key}.`);
  return message;
}
