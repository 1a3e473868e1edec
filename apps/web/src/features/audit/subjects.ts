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
  'audit',
] as const;
export type Subject = (typeof subjects)[number];

export const subjectOf = (subject: string): Subject | undefined =>
  subjects.find((noun) => subject === noun || subject.startsWith(`${noun}:`));
