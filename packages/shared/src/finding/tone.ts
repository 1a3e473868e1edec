export const tones = ['positive', 'negative'] as const;
