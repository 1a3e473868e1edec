import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { ImportOptions } from './import-options.ts';

const slug = 'lahtotilanne';

/** The words of an assessed period: a whole year, or its first and last month. */
function periodText({ from, to }: NonNullable<ImportOptions['assessed']>) {
  const [year = '', first] = from.split('-');
  const [lastYear, last] = to.split('-');
  if (year === lastYear && first === '01' && last === '12') {
    return { fi: `vuosi ${year}`, sv: `år ${year}`, en: `year ${year}` };
  }
  const months = [from, to].map((month) => `${Number(month.slice(5))}/${month.slice(0, 4)}`).join('–');
  return { fi: months, sv: months, en: months };
}

/** Without its lights a file keeps its rounds to itself: they are another year's. */
const withoutLights = (plan: PlanFile): PlanFile => ({
  ...plan,
  rounds: [],
  measures: plan.measures.map((measure) => ({
    ...measure,
    assignments: measure.assignments.map((assignment) => ({ ...assignment, reports: [] })),
  })),
});

/**
 * Gives lights that come without a round one closed round, "Lähtötilanne". What it assesses cannot be guessed, so it is
 * asked for.
 */
export function withStartingRound(plan: PlanFile, options: ImportOptions): PlanFile | { problem: FileProblem } {
  if (options.lights === 'without') return withoutLights(plan);
  const lights = plan.measures.flatMap(({ assignments }) => assignments.flatMap(({ reports }) => reports));
  const roundless = lights.filter(({ round }) => round === undefined);
  if (roundless.length === 0) return plan;
  const { assessed } = options;
  if (assessed === undefined) {
    return { problem: { path: 'rounds', reason: { code: 'assessed_needed', count: roundless.length } } };
  }
  const round = {
    slug,
    name: { fi: 'Lähtötilanne', sv: 'Utgångsläge', en: 'Starting point' },
    periodAssessed: periodText(assessed),
    state: 'closed' as const,
  };
  return {
    ...plan,
    rounds: [round],
    measures: plan.measures.map((measure) => ({
      ...measure,
      assignments: measure.assignments.map((assignment) => ({
        ...assignment,
        reports: assignment.reports.map((report) => ({ ...report, round: slug })),
      })),
    })),
  };
}
