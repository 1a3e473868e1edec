export const maxPeriodAssessed = 60;
/** The section of the minutes (§) in which the council decided. */
export const maxSection = 40;
export const maxReopeningReason = 500;
