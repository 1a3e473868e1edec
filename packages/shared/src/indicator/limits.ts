/** Indicators of one municipality, and indicator sets. */
export const maxIndicators = 2_000;
export const maxSets = 200;
/** Values of one indicator that are typed or imported, and rows of one import. */
export const maxValues = 20_000;
/** Of one indicator in a plan file: what departments report comes on top, one a year. */
export const maxValuesInFile = maxValues + 300;
