/** Indicators of one municipality, and indicator sets. */
export const indicatorsAtMost = 2_000;
export const setsAtMost = 200;
/** Values of one indicator that are typed or imported, and rows of one import. */
export const valuesAtMost = 20_000;
/** Of one indicator in a plan file: what departments report comes on top, one a year. */
export const valuesInFileAtMost = valuesAtMost + 300;
