import type { PlanFileInput } from '../interchange.ts';

/** A round with its dates. */
export const dated = (slug: string) => ({
  slug,
  name: { fi: slug },
  periodAssessed: { fi: '2026' },
  opensAt: '2026-05-01T00:00:00+03:00',
  closesAt: '2026-06-01T00:00:00+03:00',
});

/** A small valid file. */
export const goodFile = (): PlanFileInput => ({
  format: 'vointi-plan',
  version: 1,
  municipality: { slug: 'koeponttola', name: { fi: 'Koepönttölä' }, isFictional: true },
  councilTerm: { startYear: 2025, endYear: 2029 },
  plan: { year: 2026, status: 'published' },
  departments: [
    { slug: 'kirjasto', kind: 'department', name: { fi: 'Kirjasto' } },
    {
      slug: 'nuorisopalvelut',
      kind: 'department',
      name: { fi: 'Nuorisopalvelut' },
      successor: 'kirjasto',
      validFrom: '2026-01-01',
    },
  ],
  indicatorSets: [{ slug: 'kouluterveys', name: { fi: 'Kouluterveyskysely' } }],
  indicators: [
    {
      slug: 'kavijat',
      name: { fi: 'Kävijät' },
      kind: 'number',
      set: 'kouluterveys',
      values: [
        { period: '2024', number: 0 },
        { period: '2025', missing: true },
      ],
      targets: [{ period: '2026', number: 10 }],
    },
    { slug: 'malli', name: { fi: 'Malli käytössä' }, kind: 'yes_no', values: [{ period: null, yesNo: false }] },
  ],
  goals: [
    {
      slug: 'osallisuus',
      shortName: { fi: 'Osallisuus' },
      name: { fi: 'Osallisuus vahvistuu' },
      indicators: ['kavijat'],
      termMeasures: [{ code: 'k1', text: { fi: 'Rivi' }, partiesText: { fi: 'Kaupunki' }, indicators: ['malli'] }],
    },
  ],
  rounds: [
    { slug: 'syksy', name: { fi: 'Syksy' }, periodAssessed: { fi: '2025' }, state: 'closed' },
    { ...dated('kevat'), state: 'open' },
    { ...dated('loppu'), state: 'planned' },
  ],
  measures: [
    {
      code: 'm1',
      goal: 'osallisuus',
      termMeasure: 'k1',
      title: { fi: 'Avataan omatoimikirjasto' },
      indicators: ['kavijat'],
      indicatorSets: ['kouluterveys'],
      assignments: [
        { department: 'kirjasto', reports: [{ round: 'syksy', progress: 'done' }] },
        { department: 'nuorisopalvelut' },
      ],
    },
  ],
  findings: [{ slug: 'f1', tone: 'positive', text: { fi: 'Hyvä' }, indicators: ['kavijat'], measures: ['m1'] }],
});
