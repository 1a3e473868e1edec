/** Nouns of the subjects of audit entries; a subject is a noun, or a noun and an id. */
export const subjects = [
  'user',
  'session',
  'department',
  'municipality',
  'identity_mapping',
  'identity_provider',
  'plan',
  'round',
  'report',
  'assignment',
  'display',
  'decision',
  'indicator',
  'indicator_set',
  'finding',
  'audit',
] as const;
export type Subject = (typeof subjects)[number];

export const nounOf = (noun: string): Subject | 'other' => subjects.find((one) => one === noun) ?? 'other';
