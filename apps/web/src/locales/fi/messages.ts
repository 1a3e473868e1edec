import type { ErrorCode } from '../../lib/problem.ts';
import app from './app.json';
import measure from './measure.json';
import municipality from './municipality.json';
import plan from './plan.json';
import problem from './problem.json';
import ui from './ui.json';

export const messages = {
  app,
  measure,
  municipality,
  plan,
  problem: problem satisfies Record<ErrorCode, string>,
  ui,
};

/** Finnish is the measure: the other languages have the same keys, or they do not compile. */
export type Messages = typeof messages;
