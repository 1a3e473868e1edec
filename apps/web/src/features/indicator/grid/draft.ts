import type { IndicatorHead, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { textIn, type Text } from '@vointi/shared/text/text.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Language } from '../../../lib/language.ts';

/** What describes a value; null where it inherits from the indicator. */
export type ValueMetadata = {
  source: Text | null;
  sourceId: string | null;
  licence: string | null;
  note: Text | null;
  isUncertain: boolean;
};
/** The content of a cell: the text in it, all languages of a text value, and the metadata. */
export type Draft = { text: string; localizedText: Text | null; metadata: ValueMetadata };
/** The source of an indicator, which its values inherit. */
export type Origin = Pick<IndicatorHead, 'source' | 'sourceId' | 'licence'>;

const noMetadata: ValueMetadata = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

export const isSameDraft = (one: Draft, other: Draft): boolean => isSameJson(flat(one), flat(other));
const flat = ({ text, localizedText, metadata }: Draft) => [
  text,
  localizedText,
  metadata.source,
  metadata.note,
  metadata.sourceId,
  metadata.licence,
  metadata.isUncertain,
];

/** A stored value as a person types it; `missing` for a value that is known not to exist. */
export function inputText(value: IndicatorValue | CellValue | null, language: Language, missing: string): string {
  if (value === null || value.kind === 'none' || value.kind === 'suppressed') return '';
  if (value.kind === 'missing') return missing;
  if (value.kind === 'text') return textIn(value.value, language).text;
  return formatFigure(value, language);
}

/** Drops what the value inherits: the API returns the metadata of the value and of its indicator merged. */
function metadataOf({ source, sourceId, licence, note, isUncertain }: IndicatorValue, whole: Origin): ValueMetadata {
  // A value with a source of its own inherits nothing. A missing licence or id shows that the source is its own.
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
  text: inputText(value, language, missing),
  localizedText: value?.kind === 'text' ? value.value : null,
  metadata: value === null ? noMetadata : metadataOf(value, origin),
});

type Typing = { now: Draft; stored: Draft; kind: IndicatorKind; language: Language };

/**
 * Types into a cell. A new value drops the metadata of the stored one, which described another value, and keeps the
 * metadata added since. Typing the stored text again restores the stored metadata.
 */
export function typeInto(text: string, { now, stored, kind, language }: Typing): Draft {
  if (text === now.text) return now;
  if (text === stored.text) return stored;
  const hasOwnMetadata = !isSameJson(flat({ ...now, metadata: stored.metadata }), flat(now));
  const metadata = text === '' || !hasOwnMetadata ? noMetadata : now.metadata;
  const localizedText =
    kind === 'text' && text !== '' ? { ...(now.localizedText ?? { fi: text }), [language]: text } : null;
  return { text, localizedText, metadata };
}

/** Sets one language of a text value; the cell shows `cellLanguage`. */
export function translate(draft: Draft, language: Language, text: string, cellLanguage: Language): Draft {
  const localizedText = withTranslation(draft.localizedText, language, text);
  return localizedText ? { ...draft, localizedText, text: textIn(localizedText, cellLanguage).text } : draft;
}

/** Sets one language; null when no Finnish text remains, which the others translate. */
export function withTranslation(localizedText: Text | null, language: Language, input: string): Text | null {
  const text = input.trim();
  const { [language]: _, ...others } = localizedText ?? { fi: '' };
  const all = text === '' ? others : { ...others, [language]: text };
  return 'fi' in all && all.fi ? (all as Text) : null;
}
