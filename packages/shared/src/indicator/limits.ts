/** Indicators of one municipality, and indicator sets. */
export const maxIndicators = 2_000;
export const maxSets = 200;
/** Values of one indicator that are typed or imported, and rows of one import. */
export const maxValues = 20_000;
/** Of one indicator in a plan file: what departments report comes on top, one a year. */
export const maxValuesInFile = maxValues + 300;
/** Cells of one write. */
export const maxCells = 1000;
export const maxTargets = 50;
export const maxBreaks = 20;
export const maxDecimals = 6;
/** A number, either way from zero. */
export const maxNumber = 999_999_999_999;
/** Longest texts, in characters: of each language where a text has several. */
export const maxUnit = 40;
export const maxDefinition = 1000;
export const maxSource = 300;
/** The source's own name of a series, and the licence of its figures. */
export const maxSourceId = 100;
export const maxLicence = 100;
export const maxSourceUrl = 500;
export const maxRegionName = 120;
/** What is written beside a value, and a value in words. */
export const maxValueNote = 500;
export const maxTextValue = 500;
/** A period as it is stored: `2022-01/2022-07`. */
export const maxPeriod = 17;
/** Bytes of an imported file. */
export const maxImportBytes = 5 * 1024 * 1024;
/** Of the columns that an import did not read, the first so many are told. */
export const maxUnread = 100;
