import type { ScreenMessages } from '../fi/screen.ts';
import display from './display.json';
import finding from './finding.json';
import indicator from './indicator.json';
import measure from './measure.json';

export const screen: ScreenMessages = { display, finding, indicator, measure };
