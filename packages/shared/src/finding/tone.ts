export const tones = ['positive', 'negative'] as const;
export type Tone = (typeof tones)[number];
