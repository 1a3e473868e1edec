import type { SceneKind } from '@vointi/shared/display/kind.ts';
import { changeSteps } from './changes.ts';
import { goalSteps } from './goals.ts';
import { lateSteps } from './late.ts';
import { planSteps } from './plan.ts';
import { findingSteps, indicatorSteps } from './single.ts';
import type { LayoutOptions, ScreenData, Step, ScreenTexts } from './types.ts';

const makers: Record<SceneKind, (shown: ScreenData, texts: ScreenTexts, given: LayoutOptions) => Step[]> = {
  plan: ({ board }, texts, given) => planSteps(board, texts, given),
  goals: ({ board }, texts, given) => goalSteps(board, texts, given),
  changes: ({ board }, texts, given) => changeSteps(board, texts, given),
  indicators: indicatorSteps,
  late: lateSteps,
  findings: findingSteps,
};

/** An error while laying out one scene leaves out that scene. */
function pagesOf(kind: SceneKind, shown: ScreenData, texts: ScreenTexts, given: LayoutOptions): Step[] {
  try {
    return makers[kind](shown, texts, given);
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
  shown: ScreenData,
  order: readonly SceneKind[],
  texts: ScreenTexts,
  given: LayoutOptions,
): Step[] {
  const steps = order.flatMap((kind) => pagesOf(kind, shown, texts, given));
  if (steps.length > 0) return steps;
  const plan = pagesOf('plan', shown, texts, given);
  return plan.length > 0 ? plan : [emptyStep];
}
