import { forEachLanguage, textIn, type Text } from '@vointi/shared/text/text.ts';
import type { Language } from './language.ts';
import { useLanguage } from './intl.tsx';
import { isHyphenated, hyphenate } from './hyphenate.ts';

/** Attributes for an element that holds one text; `lang` when its language is not the page's. */
type TextAttributes = { children: string; lang?: Language };

export type Localizer = {
  /** The text alone, for attributes and for joining. */
  (text: Text): string;
  /** For an element: `<h2 {...localize.in(goal.name)} />`. Long Finnish and Swedish words may break. */
  in: (text: Text) => TextAttributes;
};

export function localizerOf(language: Language): Localizer {
  const localize = (text: Text) => textIn(text, language).text;
  return Object.assign(localize, {
    in: (localized: Text): TextAttributes => {
      const { text, lang } = textIn(localized, language);
      const children = isHyphenated(lang) ? hyphenate(text) : text;
      return lang === language ? { children } : { children, lang };
    },
  });
}

const localizers = forEachLanguage(localizerOf);

/** Returns texts of the plan in the page's language, or in Finnish, marked as such. */
export const useLocalizedText = (): Localizer => localizers[useLanguage()];

/** A text inside a sentence; where it fills an element of its own, `{...localize.in(text)}` saves the span. */
export function LocalizedText({ text }: { text: Text }) {
  const { children, lang } = useLocalizedText().in(text);
  return lang ? <span lang={lang}>{children}</span> : children;
}
