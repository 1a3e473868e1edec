import { bodyHeight, content, smallestData } from '../layout/geometry.ts';
import { linesOf, shorten } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { LayoutOptions, ScreenData, StepOf, ScreenTexts } from './types.ts';

/** One page for each indicator: its name and a large figure. */
export function indicatorSteps(
  { scenes }: ScreenData,
  { localize }: ScreenTexts,
  { reserved }: LayoutOptions,
): StepOf<'indicators'>[] {
  const indicators = scenes?.indicators ?? [];
  return indicators.map((indicator, page) => {
    const headline = headlineOf(localize(indicator.name));
    return {
      key: `indicators/${indicator.slug}`,
      scene: 'indicators',
      goal: null,
      indicator,
      headline,
      height: bodyHeight(headline.lines, reserved),
      page,
      pages: indicators.length,
    };
  });
}

const findingSizes = [9.2, 8, 7, 6, smallestData] as const;
const findingLine = 1.24;
/** Height of the line under the text: period and age groups. */
const findingFoot = 8;

/** The largest font size that fits the finding's text, which is shortened at the smallest. */
function findingText(text: string, reserved: number): { size: number; text: string } {
  const height = bodyHeight(1, reserved) - findingFoot;
  const fits = (size: number) => linesOf(text, content.width / size) * size * findingLine <= height;
  const size = findingSizes.find((one) => fits(one)) ?? smallestData;
  return { size, text: shorten(text, content.width / size, Math.floor(height / (size * findingLine))) };
}

export function findingSteps(
  { scenes }: ScreenData,
  { localize }: ScreenTexts,
  { reserved }: LayoutOptions,
): StepOf<'findings'>[] {
  const findings = scenes?.findings ?? [];
  return findings.map((finding, page) => ({
    key: `findings/${finding.slug}`,
    scene: 'findings',
    goal: null,
    finding,
    ...findingText(localize(finding.text), reserved),
    page,
    pages: findings.length,
  }));
}
