/** Who may read the board: anybody, or only signed-in users of the municipality. */
export const boardAccesses = ['public', 'signed_in'] as const;
