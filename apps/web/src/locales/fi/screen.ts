import display from './display.json';
import finding from './finding.json';
import indicator from './indicator.json';
import measure from './measure.json';

/** Words of the meeting-room screen, which loads no others. */
export const screen = { display, finding, indicator, measure };

export type ScreenMessages = typeof screen;
