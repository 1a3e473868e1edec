import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Area } from '@vointi/shared/indicator/kind.ts';
import type { PlanHead } from '@vointi/shared/plan/contract.ts';
import { forEachLanguage, type Text } from '@vointi/shared/text/text.ts';
import { fileTexts } from './file-texts.ts';

const country: Text = forEachLanguage((language) => fileTexts[language].country);

/** The name of an area; null for a region without a name. */
export function areaName(
  area: Area,
  { regionName }: Pick<IndicatorHead, 'regionName'>,
  municipality: PlanHead['municipality'],
): Text | null {
  if (area === 'country') return country;
  return area === 'municipality' ? municipality.name : regionName;
}
