import type { FigureMessages } from '../fi/figures.ts';
import indicatorPage from './indicator-page.json';

export const figures: FigureMessages = { indicatorPage };
