/** Of every account of the demo. */
export const password = 'kevään ensi lumme';

export const people = {
  admin: 'admin@kouvola.example',
  leader: 'leader@kouvola.example',
  reporter: 'nuorisopalvelut@kouvola.example',
} as const;

/** Whoever the identity provider of the tests knows. */
export const external = { sub: 'e2e-1', name: 'Tuuli Tunnus', groups: ['hyvinvointi'] };
