import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Direction, IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { IndicatorBody } from './writes.ts';
import { type InLanguages, joined, joinedOrNull, spread } from '../../../ui/form/in-languages.ts';

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
  unit: joinedOrNull(form.unit),
  decimals: form.kind === 'number' ? Number(form.decimals) : 0,
  direction: form.direction,
  set: form.set || null,
  definition: joinedOrNull(form.definition),
  source: joinedOrNull(form.source),
  sourceUrl: wordsOrNull(form.sourceUrl),
  sourceId: wordsOrNull(form.sourceId),
  licence: wordsOrNull(form.licence),
  countsPeople: form.countsPeople,
  regionName: joinedOrNull(form.regionName),
});
