/** Characters of a note, and of evidence, in each language. */
export const maxNote = 2000;
/** The same as it is typed: a draft holds what is too long to be sent. */
export const maxDraftNote = 10_000;
export const maxDraftFigure = 500;
/** Figures of one answer. */
export const maxFigures = 30;
export const maxComment = 2000;
/** From whom an answer is that somebody else gives. */
export const maxOnBehalfOf = 120;
