import { shortNameOf } from '../../../domain/measure/text.ts';
import { bodyHeight } from '../layout/geometry.ts';
import { listLayout } from '../layout/rows.ts';
import { linesOf } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { LayoutOptions, ScreenData, StepOf, ScreenTexts } from './types.ts';

/** Widths of the bar and the figures of a row, in hundredths of the height. */
const lateRow = { bar: 34, figures: 30, between: 3 } as const;
const nameWidth = 166 - lateRow.bar - lateRow.figures - 2 * lateRow.between;
/** Height of the line under the headline, with the round and its last day. */
const lateLead = 7;

/** Departments whose answers the round lacks, most missing first; no scene when none is missing. */
export function lateSteps(
  { scenes }: ScreenData,
  texts: ScreenTexts,
  { isLate, reserved }: LayoutOptions,
): StepOf<'late'>[] {
  const answers = scenes?.answers;
  if (!answers) return [];
  const waiting = answers.departments
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => other.missing - one.missing || one.department.slug.localeCompare(other.department.slug));
  const count = waiting.reduce((sum, { missing }) => sum + missing, 0);
  const headline = headlineOf(texts.lateTitle({ isLate, count }));
  const { size, pages } = listLayout({
    rows: waiting,
    height: bodyHeight(headline.lines, reserved) - lateLead,
    // `width` is that of the whole row; the name has a fixed share of it.
    lines: ({ department }, width) => linesOf(texts.localize(shortNameOf(department)), (width / 166) * nameWidth),
  });
  return pages.map((rows, page) => ({
    key: `late/${page}`,
    scene: 'late',
    goal: null,
    answers,
    headline,
    size,
    rows,
    page,
    pages: pages.length,
  }));
}
