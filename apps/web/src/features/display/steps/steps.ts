import type { SceneKind } from '@vointi/shared/display/kind.ts';
import { changeSteps } from './changes.ts';
import { goalSteps } from './goals.ts';
import { lateSteps } from './late.ts';
import { planSteps } from './plan.ts';
import { findingSteps, indicatorSteps } from './single.ts';
import type { LayoutOptions, ScreenData, Step, ScreenTexts } from './types.ts';

const makers: Record<SceneKind, (data: ScreenData, texts: ScreenTexts, options: LayoutOptions) => Step[]> = {
  plan: ({ board }, texts, options) => planSteps(board, texts, options),
  goals: ({ board }, texts, options) => goalSteps(board, texts, options),
  changes: ({ board }, texts, options) => changeSteps(board, texts, options),
  indicators: indicatorSteps,
  late: lateSteps,
  findings: findingSteps,
};

/** An error while laying out one scene leaves out that scene. */
function pagesOf(kind: SceneKind, data: ScreenData, texts: ScreenTexts, options: LayoutOptions): Step[] {
  try {
    return makers[kind](data, texts, options);
  } catch (error) {
    console.error(`The scene ${kind} was left out:`, error);
    return [];
  }
}

export const emptyStep: Step = { key: 'empty', scene: 'empty', goal: null, page: 0, pages: 1 };

/**
 * All pages of the show in the chosen order. Empty scenes are left out; there is always at least one step.
 */
export function stepsOf(
  data: ScreenData,
  order: readonly SceneKind[],
  texts: ScreenTexts,
  options: LayoutOptions,
): Step[] {
  const steps = order.flatMap((kind) => pagesOf(kind, data, texts, options));
  if (steps.length > 0) return steps;
  const plan = pagesOf('plan', data, texts, options);
  return plan.length > 0 ? plan : [emptyStep];
}
