/** Whether an answer was given when a later round of the plan had opened already. */
export const isAfterwards = (reportedAt: Date | null, laterRounds: readonly { opensAt: Date | null }[]): boolean =>
  reportedAt !== null && laterRounds.some(({ opensAt }) => opensAt !== null && opensAt <= reportedAt);
