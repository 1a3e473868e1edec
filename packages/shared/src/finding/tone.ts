export const tones = ['positive', 'negative'] as const;
export type Tone = (typeof tones)[number];

export const findingStates = ['draft', 'published'] as const;
