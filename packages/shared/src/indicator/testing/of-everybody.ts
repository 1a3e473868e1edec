/** What a value of everybody in the municipality has besides its period and what it is. */
export const ofEverybody = {
  ageGroup: null,
  sex: null,
  area: 'municipality',
  note: null,
  source: null,
  sourceId: null,
  licence: null,
  isUncertain: false,
  version: 1,
} as const;
