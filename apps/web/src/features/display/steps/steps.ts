import type { SceneKind } from '@vointi/shared/display/kind.ts';
import { changeSteps } from './changes.ts';
import { goalSteps } from './goals.ts';
import { lateSteps } from './late.ts';
import { planSteps } from './plan.ts';
import { findingSteps, indicatorSteps } from './single.ts';
import type { Given, Shown, Step, Words } from './types.ts';

const makers: Record<SceneKind, (shown: Shown, words: Words, given: Given) => Step[]> = {
  plan: ({ board }, words, given) => planSteps(board, words, given),
  goals: ({ board }, words, given) => goalSteps(board, words, given),
  changes: ({ board }, words, given) => changeSteps(board, words, given),
  indicators: indicatorSteps,
  late: lateSteps,
  findings: findingSteps,
};

/** Data that cannot be made into pages costs the scene and not the wall. */
function pagesOf(kind: SceneKind, shown: Shown, words: Words, given: Given): Step[] {
  try {
    return makers[kind](shown, words, given);
  } catch (error) {
    console.error(`The scene ${kind} was left out:`, error);
    return [];
  }
}

export const emptyStep: Step = { key: 'empty', scene: 'empty', goal: null, page: 0, pages: 1 };

/**
 * Everything a room is shown, page by page, in the order chosen for it. A scene without anything to show is left out; a
 * screen is never without a step.
 */
export function stepsOf(shown: Shown, order: readonly SceneKind[], words: Words, given: Given): Step[] {
  const steps = order.flatMap((kind) => pagesOf(kind, shown, words, given));
  if (steps.length > 0) return steps;
  const plan = pagesOf('plan', shown, words, given);
  return plan.length > 0 ? plan : [emptyStep];
}
