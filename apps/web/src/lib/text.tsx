import { forEachLanguage, textIn, type Text } from '@vointi/shared/text/text.ts';
import type { Language } from './language.ts';
import { useLanguage } from './intl.tsx';
import { isHyphenated, soften } from './soft.ts';

/** Attributes for an element that holds one text: its words, and its language where that is not the page's. */
type Spoken = { children: string; lang?: Language };

export type Speak = {
  /** For attributes and for joining: the words alone. */
  (text: Text): string;
  /** For an element: `<h2 {...say.in(goal.name)} />`. Long Finnish and Swedish words may break. */
  in: (text: Text) => Spoken;
};

export function speakIn(language: Language): Speak {
  const speak = (text: Text) => textIn(text, language).text;
  return Object.assign(speak, {
    in: (given: Text): Spoken => {
      const { text, lang } = textIn(given, language);
      const children = isHyphenated(lang) ? soften(text) : text;
      return lang === language ? { children } : { children, lang };
    },
  });
}

const speakers = forEachLanguage(speakIn);

/** Says a text of the plan in the page's language, or in Finnish, marked as such. */
export const useText = (): Speak => speakers[useLanguage()];

/** A text inside a sentence; where it fills an element of its own, `{...say.in(text)}` saves the span. */
export function T({ text }: { text: Text }) {
  const { children, lang } = useText().in(text);
  return lang ? <span lang={lang}>{children}</span> : children;
}
