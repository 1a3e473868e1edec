import type { RoundMark } from './round-marks.ts';
import type { ChartModel } from './model.ts';
import type { ChartTexts } from './use-chart-texts.ts';

export type PlotProps = {
  id: string;
  model: ChartModel;
  texts: ChartTexts;
  summary: string;
  rounds: readonly RoundMark[];
  small: boolean;
};

/** Shared by both charts: margins with room for the unit, and the style of axis labels. */
export const margin = { top: 26, right: 16, bottom: 4, left: 0 };
export const tick = { fill: 'var(--muted)', fontSize: 13 };
