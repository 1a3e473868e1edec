/** Decisions in one answer. */
export const maxDecisions = 500;
export const maxDecisionText = 2000;
export const maxMeeting = 120;
