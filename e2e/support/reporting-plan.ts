import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';

/** A municipality with a department for each test, and one with the approval step. */
export const reporting = { slug: 'vastala', name: 'Vastala', year: 2025, departments: 15 };
export const approving = { slug: 'hyvala', name: 'Hyvälä', year: 2025, departments: 2 };

export const reporterOf = (department: number, { slug } = reporting) => `tiimi-${department}@${slug}.example`;
/** A second reporter of the same department. */
export const maijaOf = (department: number, { slug } = reporting) => `maija-${department}@${slug}.example`;
export const reportingCoordinator = `coordinator@${reporting.slug}.example`;
export const approver = `approver@${approving.slug}.example`;

const day = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * day).toISOString();

type Measure = PlanFileInput['measures'][number];

const before = [
  { title: 'Kyläkävelyt', progress: 'in_progress', note: 'Kävelty kerran viikossa.' },
  { title: 'Iltapäiväkerhot', progress: 'in_progress', note: 'Kerho kahdella koululla.' },
  { title: 'Lainattavat välineet', progress: 'done', note: 'Lainaamo on auki.' },
  { title: 'Uimakoulu', progress: 'not_started', note: 'Halli on remontissa.' },
  { title: 'Liikuntaneuvonta', progress: 'in_progress', note: 'Neuvontaa annetaan ajanvarauksella.' },
] as const;

const measuresOf = (department: number): Measure[] =>
  before.map(({ title, progress, note }, at) => ({
    code: `t${department}-${at + 1}`,
    goal: 'liike',
    title: { fi: title },
    ...(at === 2 && { indicators: ['lainaajat', 'avattu', 'esteeton', 'suunta', 'paikat'] }),
    assignments: [
      {
        department: `tiimi-${department}`,
        reports: [{ round: 'edellinen', progress, note: { fi: note }, submittedAt: fromNow(-180) }],
      },
    ],
  }));

/** Five measures for each department, each with a former answer, and a round that is always open. */
export function reportingPlan({ slug, name, year, departments }: typeof reporting): PlanFileInput {
  const numbers = Array.from({ length: departments }, (_, at) => at + 1);
  return {
    format: 'vointi-plan',
    version: 1,
    municipality: { slug, name: { fi: name }, isFictional: true },
    councilTerm: { startYear: 2025, endYear: 2029 },
    plan: { year, status: 'published' },
    departments: numbers.map((number) => ({
      slug: `tiimi-${number}`,
      kind: 'department',
      name: { fi: `Tiimi ${number}`, sv: `Team ${number}`, en: `Team ${number}` },
    })),
    indicators: [
      { slug: 'lainaajat', name: { fi: 'Lainaajat' }, kind: 'number', unit: { fi: 'hlö' } },
      { slug: 'avattu', name: { fi: 'Avattu' }, kind: 'milestone' },
      { slug: 'esteeton', name: { fi: 'Esteetön' }, kind: 'yes_no' },
      { slug: 'suunta', name: { fi: 'Kysyntä' }, kind: 'trend' },
      { slug: 'paikat', name: { fi: 'Paikat' }, kind: 'text' },
    ],
    goals: [{ slug: 'liike', shortName: { fi: 'Liike' }, name: { fi: 'Liike lisääntyy' } }],
    rounds: [
      { slug: 'edellinen', name: { fi: 'Edellinen' }, periodAssessed: { fi: 'edellinen' }, state: 'closed' },
      {
        slug: 'nyt',
        name: { fi: 'Syksyn kierros' },
        periodAssessed: { fi: 'syksy' },
        opensAt: fromNow(-10),
        closesAt: fromNow(30),
        state: 'open',
      },
    ],
    measures: numbers.flatMap(measuresOf),
  };
}
