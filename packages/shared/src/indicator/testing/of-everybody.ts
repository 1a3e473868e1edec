/** The other fields of a value of everybody in the municipality. */
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
