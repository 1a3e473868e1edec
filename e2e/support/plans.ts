/** The real plan of the examples. */
export const kouvola = '/kouvola/2024';
export const kouvolaBoard = '/api/v1/municipalities/kouvola/plans/2024/board';

/** A made-up plan, larger than that of any municipality. */
export const large = {
  slug: 'suurila',
  name: 'Suurila',
  year: 2025,
  goals: 6,
  measures: 300,
  departments: 24,
  rounds: 2,
  seed: 1,
};
export const largePath = `/${large.slug}/${large.year}`;

/** A municipality that tests may close, rename and reorganise. */
export const own = { ...large, slug: 'hallila', name: 'Hallila', goals: 2, measures: 12, departments: 6, seed: 2 };
/** A municipality without rounds at first; one test runs its rounds from planning to the snapshot. */
export const round = { ...own, slug: 'kierrola', name: 'Kierrola', rounds: 0, seed: 3 };
/** A municipality that never has a round. */
export const roundless = { ...round, slug: 'kierrokseton', name: 'Kierrokseton', seed: 4 };
export const reporterOf = ({ slug }: { slug: string }) => `reporter@${slug}.example`;
export const coordinatorOf = ({ slug }: { slug: string }) => `coordinator@${slug}.example`;

export const ownAdmin = `admin@${own.slug}.example`;
export const ownCoordinator = `coordinator@${own.slug}.example`;
