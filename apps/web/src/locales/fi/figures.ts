import indicatorPage from './indicator-page.json';

/** Words of pages that show figures. */
export const figures = { indicatorPage };

export type FigureMessages = typeof figures;
