import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Direction, IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { IndicatorBody } from './writes.ts';

export type InLanguages = { fi: string; sv: string; en: string };

/** An indicator as its form has it: everything a string that can be typed. */
export type IndicatorForm = {
  kind: IndicatorKind;
  name: InLanguages;
  unit: InLanguages;
  decimals: string;
  direction: Direction;
  set: string;
  definition: InLanguages;
  source: InLanguages;
  sourceUrl: string;
  sourceId: string;
  licence: string;
  countsPeople: boolean;
  regionName: InLanguages;
};

export const spread = (text: Text | null): InLanguages => ({
  fi: text?.fi ?? '',
  sv: text?.sv ?? '',
  en: text?.en ?? '',
});

export const joined = ({ fi, sv, en }: InLanguages): Text => ({
  fi: fi.trim(),
  ...(sv.trim() && { sv: sv.trim() }),
  ...(en.trim() && { en: en.trim() }),
});

/** Without its Finnish words a text is not there: the others are translations of it. */
const orNull = (text: InLanguages): Text | null => (text.fi.trim() === '' ? null : joined(text));
const wordsOrNull = (text: string) => text.trim() || null;

export const formOf = (indicator: IndicatorHead | null): IndicatorForm => ({
  kind: indicator?.kind ?? 'number',
  name: spread(indicator?.name ?? null),
  unit: spread(indicator?.unit ?? null),
  decimals: String(indicator?.decimals ?? 0),
  direction: indicator?.direction ?? 'neutral',
  set: indicator?.set?.slug ?? '',
  definition: spread(indicator?.definition ?? null),
  source: spread(indicator?.source ?? null),
  sourceUrl: indicator?.sourceUrl ?? '',
  sourceId: indicator?.sourceId ?? '',
  licence: indicator?.licence ?? '',
  countsPeople: indicator?.countsPeople ?? false,
  regionName: spread(indicator?.regionName ?? null),
});

/** The same as the API takes it; the form has checked what it can. */
export const bodyOf = (form: IndicatorForm): IndicatorBody => ({
  kind: form.kind,
  name: joined(form.name),
  unit: orNull(form.unit),
  decimals: form.kind === 'number' ? Number(form.decimals) : 0,
  direction: form.direction,
  set: form.set || null,
  definition: orNull(form.definition),
  source: orNull(form.source),
  sourceUrl: wordsOrNull(form.sourceUrl),
  sourceId: wordsOrNull(form.sourceId),
  licence: wordsOrNull(form.licence),
  countsPeople: form.countsPeople,
  regionName: orNull(form.regionName),
});

/** Only what differs: what somebody else has changed elsewhere in the indicator stays theirs. */
export function changesOf<B extends object>(before: B, after: B): Partial<B> {
  const keys = Object.keys(after) as (keyof B)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]])) as Partial<B>;
}
