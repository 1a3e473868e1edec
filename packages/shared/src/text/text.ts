/**
 * The languages of the interface, Finnish first: it is the one that is always there. A further language is a line here
 * and its locale files. `name` is in the language itself, `at` stands between a day and a time, `minutes` before minutes;
 * `yes` to `down` are values of indicators, as files and grids write them.
 */
const known = {
  fi: {
    name: 'suomi',
    locale: 'fi-FI',
    at: ' klo ',
    minutes: '.',
    yes: 'kyllä',
    no: 'ei',
    up: 'kasvaa',
    flat: 'ennallaan',
    down: 'laskee',
  },
  sv: {
    name: 'svenska',
    locale: 'sv-FI',
    at: ' kl. ',
    minutes: '.',
    yes: 'ja',
    no: 'nej',
    up: 'ökar',
    flat: 'oförändrad',
    down: 'minskar',
  },
  en: {
    name: 'English',
    locale: 'en-GB',
    at: ' at ',
    minutes: ':',
    yes: 'yes',
    no: 'no',
    up: 'rising',
    flat: 'unchanged',
    down: 'falling',
  },
};

export type Language = keyof typeof known;
type Facts = Record<'name' | 'locale' | 'at' | 'minutes' | 'yes' | 'no' | 'up' | 'flat' | 'down', string>;

export const languages = Object.keys(known) as readonly Language[];
export const languageFacts: Record<Language, Facts> = known;

export const isLanguage = (given: unknown): given is Language => languages.includes(given as Language);

/** The same for each language, made anew for each. */
export const forEachLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;

/** A text shown to people. Finnish always; the others where somebody has written them. */
export type Text = { fi: string } & { [L in Exclude<Language, 'fi'>]?: string | undefined };

/** A text in each language in which it is written. */
export const textsOf = (text: Text | null): string[] =>
  text === null ? [] : languages.flatMap((language) => text[language] ?? []);

/** The text in the language asked for, else in Finnish, with the language it is really in for the `lang` attribute. */
export function textIn(text: Text, language: Language): { text: string; lang: Language } {
  const own = text[language];
  return own === undefined ? { text: text.fi, lang: 'fi' } : { text: own, lang: language };
}
