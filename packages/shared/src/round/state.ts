export const roundStates = ['planned', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * What an assignment is in a round: answered; confirmed ("ei muutosta", a dated answer with the same progress);
 * late: either of them after the round's last day; missing. The four make up all assignments.
 */
export const answerStates = ['answered', 'confirmed', 'late', 'missing'] as const;
export type AnswerState = (typeof answerStates)[number];
