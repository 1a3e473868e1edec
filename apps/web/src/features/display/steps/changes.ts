import { changesOf } from '@vointi/shared/display/changes.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import { bodyHeight } from '../layout/geometry.ts';
import { listLayout } from '../layout/rows.ts';
import { linesOf, widthOf } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { LayoutOptions, StepOf, ScreenTexts } from './types.ts';

/** Widths in the row's font size: two lights with the arrow, and the spaces. */
const changeRow = { lights: 4.2, afterLights: 0.5, between: 1 } as const;

export const changeText = ({ from, to }: { from: Status; to: Status }, { status }: ScreenTexts) =>
  `${status(from)} → ${status(to)}`;

export function changeSteps(board: Board, texts: ScreenTexts, { reserved }: LayoutOptions): StepOf<'changes'>[] {
  const changes = changesOf(board);
  const headline = headlineOf(texts.changesTitle, { aside: 30 });
  const { size, pages } = listLayout({
    rows: changes,
    height: bodyHeight(headline.lines, reserved),
    lines: (change, width) => {
      const text = width - changeRow.lights - changeRow.afterLights;
      const title = texts.localize(change.measure.title);
      const onOne = widthOf(title) + changeRow.between + widthOf(changeText(change, texts)) <= text;
      return linesOf(title, text) + (onOne ? 0 : 1);
    },
  });
  return pages.map((rows, page) => ({
    key: `changes/${page}`,
    scene: 'changes',
    goal: null,
    count: changes.length,
    headline,
    size,
    rows,
    page,
    pages: pages.length,
  }));
}
