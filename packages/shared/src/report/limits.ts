/** Characters of a note, and of evidence, in each language. */
export const maxNote = 2000;
/** A draft also holds text that is too long to send. */
export const maxDraftNote = 10_000;
export const maxDraftFigure = 500;
/** Figures of one answer. */
export const maxFigures = 30;
export const maxComment = 2000;
/** Characters of the name on whose behalf an answer is given. */
export const maxOnBehalfOf = 120;
