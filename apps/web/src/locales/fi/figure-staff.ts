import type { ImportReason } from '@vointi/shared/indicator/import-rows.ts';
import findingManage from './finding-manage.json';
import grid from './grid.json';
import importReason from './import-reason.json';
import indicatorManage from './indicator-manage.json';

/** Words of pages on which figures and findings are written. */
export const figureStaff = {
  findingManage,
  grid,
  importReason: importReason satisfies Record<ImportReason, string>,
  indicatorManage,
};

export type FigureStaffMessages = typeof figureStaff;
