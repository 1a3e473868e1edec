import type { ErrorCode } from '../../lib/problem.ts';
import app from './app.json';
import department from './department.json';
import finding from './finding.json';
import goal from './goal.json';
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
  department,
  finding,
  goal,
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
