import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Area } from '@vointi/shared/indicator/kind.ts';
import type { PlanHead } from '@vointi/shared/plan/contract.ts';
import { forEachLanguage, type Text } from '@vointi/shared/text/text.ts';
import { fileWords } from './file-words.ts';

const country: Text = forEachLanguage((language) => fileWords[language].country);

/** What the area of a value is called; null where nobody has said which region it is. */
export function areaName(
  area: Area,
  { regionName }: Pick<IndicatorHead, 'regionName'>,
  municipality: PlanHead['municipality'],
): Text | null {
  if (area === 'country') return country;
  return area === 'municipality' ? municipality.name : regionName;
}
