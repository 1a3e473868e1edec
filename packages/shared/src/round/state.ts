export const roundStates = ['planned', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * State of an assignment in a round: answered; confirmed ("ei muutosta", a dated answer with the same progress);
 * late: either of these after the round's last day; missing. Every assignment has one of the four.
 */
export const answerStates = ['answered', 'confirmed', 'late', 'missing'] as const;
export type AnswerState = (typeof answerStates)[number];
