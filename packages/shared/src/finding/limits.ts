/** Findings of one plan. */
export const maxFindings = 200;
export const maxFindingText = 600;
export const maxFindingIndicators = 30;
export const maxFindingMeasures = 100;
export const maxProposals = 100;
