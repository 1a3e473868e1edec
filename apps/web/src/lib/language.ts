import { isLanguage, languageFacts, languages, type Language } from '@vointi/shared/text/text.ts';
import { remember, remembered } from './storage.ts';

export { isLanguage, languageFacts, languages, type Language };

type LanguageSources = { search: string; stored: string | null; preferred: readonly string[] };

/** Prefers the address, then the reader's earlier choice, then the browser's languages, then Finnish. */
export function chooseLanguage({ search, stored, preferred }: LanguageSources): Language {
  const candidates = [new URLSearchParams(search).get('lang'), stored, ...preferred.map((tag) => tag.split('-')[0])];
  return candidates.find((candidate) => isLanguage(candidate)) ?? 'fi';
}

export const startLanguage = (): Language =>
  chooseLanguage({
    search: globalThis.location.search,
    stored: remembered('language'),
    preferred: globalThis.navigator.languages,
  });

export const rememberLanguage = (language: Language) => remember('language', language);
