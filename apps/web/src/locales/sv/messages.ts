import type { Messages } from '../fi/messages.ts';
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

export const messages: Messages = {
  app,
  measure,
  municipality,
  plan,
  problem,
  department,
  finding,
  goal,
  indicator,
  measurePage,
  term,
  ui,
};
