import type { IndicatorHead, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { textIn, type Text } from '@vointi/shared/text/text.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Language } from '../../../lib/language.ts';

/** What is said of a value beside it: its own, and null where the indicator's holds. */
export type Said = {
  source: Text | null;
  sourceId: string | null;
  licence: string | null;
  note: Text | null;
  isUncertain: boolean;
};
/** What a cell is to hold: as it is typed, of a text its translations too, and what is said of it. */
export type Draft = { text: string; words: Text | null; said: Said };
/** Where an indicator is from, for all values that have no source of their own. */
export type Origin = Pick<IndicatorHead, 'source' | 'sourceId' | 'licence'>;

const nothingSaid: Said = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

export const isSameDraft = (one: Draft, other: Draft): boolean => isSameJson(flat(one), flat(other));
const flat = ({ text, words, said }: Draft) => [
  text,
  words,
  said.source,
  said.note,
  said.sourceId,
  said.licence,
  said.isUncertain,
];

/** A stored value as one would type it; what is known to be missing says so. */
export function typedText(value: IndicatorValue | CellValue | null, language: Language, missing: string): string {
  if (value === null || value.kind === 'none' || value.kind === 'suppressed') return '';
  if (value.kind === 'missing') return missing;
  if (value.kind === 'text') return textIn(value.value, language).text;
  return formatFigure(value, language);
}

/** What the API answers with is said of the value or of its whole indicator; a draft has only what is the value's own. */
function saidOf({ source, sourceId, licence, note, isUncertain }: IndicatorValue, whole: Origin): Said {
  // Beside a source of its own a value inherits nothing: without it, what it does not say would be the indicator's.
  const lacks = (sourceId === null && whole.sourceId !== null) || (licence === null && whole.licence !== null);
  const isOwn = source !== null && (lacks || !isSameJson(source, whole.source));
  return {
    source: isOwn ? source : null,
    sourceId: !isOwn && sourceId === whole.sourceId ? null : sourceId,
    licence: !isOwn && licence === whole.licence ? null : licence,
    note,
    isUncertain,
  };
}

export const draftOf = (
  value: IndicatorValue | null,
  { origin, language, missing }: { origin: Origin; language: Language; missing: string },
): Draft => ({
  text: typedText(value, language, missing),
  words: value?.kind === 'text' ? value.value : null,
  said: value === null ? nothingSaid : saidOf(value, origin),
});

type Typing = { now: Draft; stored: Draft; kind: IndicatorKind; language: Language };

/**
 * What comes of typing into a cell. A value that takes the place of another is not what the other's source said: only
 * what was said since stays. What was there first is there again with all that was said of it.
 */
export function typeInto(text: string, { now, stored, kind, language }: Typing): Draft {
  if (text === now.text) return now;
  if (text === stored.text) return stored;
  const hasSaid = !isSameJson(flat({ ...now, said: stored.said }), flat(now));
  const said = text === '' || !hasSaid ? nothingSaid : now.said;
  const words = kind === 'text' && text !== '' ? { ...(now.words ?? { fi: text }), [language]: text } : null;
  return { text, words, said };
}

/** A text in another language than the one that is typed in. */
export function translate(draft: Draft, language: Language, text: string, typed: Language): Draft {
  const words = withWord(draft.words, language, text);
  return words ? { ...draft, words, text: textIn(words, typed).text } : draft;
}

/** Without its Finnish words a text is not there: the others are translations of it. */
export function withWord(words: Text | null, language: Language, typed: string): Text | null {
  const text = typed.trim();
  const { [language]: _, ...others } = words ?? { fi: '' };
  const all = text === '' ? others : { ...others, [language]: text };
  return 'fi' in all && all.fi ? (all as Text) : null;
}
