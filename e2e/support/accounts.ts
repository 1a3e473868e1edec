/** The password of all demo accounts. */
export const password = 'kevään ensi lumme';

export const people = {
  admin: 'admin@kouvola.example',
  leader: 'leader@kouvola.example',
  reporter: 'nuorisopalvelut@kouvola.example',
} as const;

/** The person that the test identity provider knows. */
export const external = { sub: 'e2e-1', name: 'Tuuli Tunnus', groups: ['hyvinvointi'] };
