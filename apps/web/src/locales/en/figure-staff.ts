import type { FigureStaffMessages } from '../fi/figure-staff.ts';
import findingManage from './finding-manage.json';
import grid from './grid.json';
import importReason from './import-reason.json';
import indicatorManage from './indicator-manage.json';

export const figureStaff: FigureStaffMessages = { findingManage, grid, importReason, indicatorManage };
