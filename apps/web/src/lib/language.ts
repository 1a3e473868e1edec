import { isLanguage, languageFacts, languages, type Language } from '@vointi/shared/text/text.ts';
import { remember, remembered } from './storage.ts';

export { isLanguage, languageFacts, languages, type Language };

type Asked = { search: string; stored: string | null; preferred: readonly string[] };

/** The address first, then the reader's earlier choice, then what the browser prefers, then Finnish. */
export function chooseLanguage({ search, stored, preferred }: Asked): Language {
  const wishes = [new URLSearchParams(search).get('lang'), stored, ...preferred.map((tag) => tag.split('-')[0])];
  return wishes.find((wish) => isLanguage(wish)) ?? 'fi';
}

export const startLanguage = (): Language =>
  chooseLanguage({
    search: globalThis.location.search,
    stored: remembered('language'),
    preferred: globalThis.navigator.languages,
  });

export const rememberLanguage = (language: Language) => remember('language', language);
