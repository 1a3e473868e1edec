import type { RoundMark } from './round-marks.ts';
import type { ChartModel } from './model.ts';
import type { ChartWords } from './use-chart-words.ts';

export type PlotProps = {
  id: string;
  model: ChartModel;
  words: ChartWords;
  summary: string;
  rounds: readonly RoundMark[];
  small: boolean;
};

/** What both drawings have: room above for the unit, and the text of an axis. */
export const margin = { top: 26, right: 16, bottom: 4, left: 0 };
export const tick = { fill: 'var(--muted)', fontSize: 13 };
