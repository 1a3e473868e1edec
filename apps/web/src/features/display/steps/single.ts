import { bodyHeight, content, smallestData } from '../layout/geometry.ts';
import { linesOf, shorten } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { Given, Shown, StepOf, Words } from './types.ts';

/** One indicator, one page: its name, and a figure that is seen from the door. */
export function indicatorSteps({ scenes }: Shown, { say }: Words, { reserved }: Given): StepOf<'indicators'>[] {
  const indicators = scenes?.indicators ?? [];
  return indicators.map((indicator, page) => {
    const headline = headlineOf(say(indicator.name));
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
/** Room for what stands under the text: whom and when it concerns. */
const findingFoot = 8;

/** How large the text of a finding can be, and as much of it as fits at the smallest. */
function findingText(text: string, reserved: number): { size: number; text: string } {
  const height = bodyHeight(1, reserved) - findingFoot;
  const fits = (size: number) => linesOf(text, content.width / size) * size * findingLine <= height;
  const size = findingSizes.find((one) => fits(one)) ?? smallestData;
  return { size, text: shorten(text, content.width / size, Math.floor(height / (size * findingLine))) };
}

export function findingSteps({ scenes }: Shown, { say }: Words, { reserved }: Given): StepOf<'findings'>[] {
  const findings = scenes?.findings ?? [];
  return findings.map((finding, page) => ({
    key: `findings/${finding.slug}`,
    scene: 'findings',
    goal: null,
    finding,
    ...findingText(say(finding.text), reserved),
    page,
    pages: findings.length,
  }));
}
