import type { Messages } from '../fi/messages.ts';
import app from './app.json';
import measure from './measure.json';
import municipality from './municipality.json';
import plan from './plan.json';
import problem from './problem.json';
import ui from './ui.json';

export const messages: Messages = { app, measure, municipality, plan, problem, ui };
