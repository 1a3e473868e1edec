/** Who may read the board: anybody, or people of the municipality who have signed in. */
export const boardAccesses = ['public', 'signed_in'] as const;
