/** Indicators of one municipality, and indicator sets. */
export const maxIndicators = 2_000;
export const maxSets = 200;
/** Entered or imported values of one indicator, and rows of one import. */
export const maxValues = 20_000;
/** Values of one indicator in a plan file, which also has reported ones, one a year. */
export const maxValuesInFile = maxValues + 300;
/** Cells of one write. */
export const maxCells = 1000;
export const maxTargets = 50;
export const maxBreaks = 20;
export const maxDecimals = 6;
/** Of the absolute value. */
export const maxNumber = 999_999_999_999;
/** Maximum lengths of texts in characters, for each language. */
export const maxUnit = 40;
export const maxDefinition = 1000;
export const maxSource = 300;
export const maxSourceId = 100;
export const maxLicence = 100;
export const maxSourceUrl = 500;
export const maxRegionName = 120;
export const maxValueNote = 500;
export const maxTextValue = 500;
/** Of a stored period: `2022-01/2022-07`. */
export const maxPeriod = 17;
/** Bytes of an imported file. */
export const maxImportBytes = 5 * 1024 * 1024;
/** Unread columns that a preview lists. */
export const maxUnread = 100;
