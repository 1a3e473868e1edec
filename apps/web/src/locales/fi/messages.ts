import type { ErrorCode } from '../../lib/problem.ts';
import app from './app.json';
import indicator from './indicator.json';
import measure from './measure.json';
import measurePage from './measure-page.json';
import municipality from './municipality.json';
import plan from './plan.json';
import problem from './problem.json';
import term from './term.json';
import ui from './ui.json';

export const messages = {
  app,
  indicator,
  measure,
  measurePage,
  municipality,
  plan,
  problem: problem satisfies Record<ErrorCode, string>,
  term,
  ui,
};

/** Finnish is the measure: the other languages have the same keys, or they do not compile. */
export type Messages = typeof messages;
