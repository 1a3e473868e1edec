import { ageGroups, progresses } from '@vointi/shared/measure/progress.ts';
import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { actions, notes, places } from './make-plan-words.ts';
import { randomOf, type Random } from './random.ts';

export type PlanSize = {
  slug: string;
  name: string;
  year: number;
  goals: number;
  measures: number;
  departments: number;
  /** The last round is open, the former ones are closed. */
  rounds: number;
  seed: number;
};

type Measure = PlanFileInput['measures'][number];
type Report = NonNullable<Measure['assignments'][number]['reports']>[number];
type Round = NonNullable<PlanFileInput['rounds']>[number];

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const termMeasuresPerGoal = 3;

/** Two rounds a year, backwards from November of the plan's year. */
function makeRound(index: number, { year, rounds }: PlanSize): Round {
  const month = 10 - 6 * (rounds - 1 - index);
  const name = String(index + 1);
  return {
    slug: `kierros-${name}`,
    name: { fi: `Kierros ${name}`, sv: `Omgång ${name}`, en: `Round ${name}` },
    periodAssessed: { fi: String(new Date(Date.UTC(year, month)).getUTCFullYear()) },
    opensAt: new Date(Date.UTC(year, month, 1)).toISOString(),
    closesAt: new Date(Date.UTC(year, month, 29)).toISOString(),
    state: index === rounds - 1 ? 'open' : 'closed',
  };
}

function makeReports(size: PlanSize, random: Random): Report[] {
  let reached = random.below(2);
  return upTo(size.rounds).flatMap((index): Report[] => {
    if (!random.chance(index === size.rounds - 1 ? 0.4 : 0.9)) return [];
    const before = reached;
    reached = Math.min(progresses.length - 1, reached + random.below(2));
    const month = 10 - 6 * (size.rounds - 1 - index);
    return [
      {
        round: `kierros-${index + 1}`,
        progress: progresses[reached] ?? 'done',
        confirmed: index > 0 && reached === before,
        submittedAt: new Date(Date.UTC(size.year, month, 1 + random.below(24), 8)).toISOString(),
        ...(random.chance(0.2) && { note: random.pick(notes) }),
      },
    ];
  });
}

function makeMeasure(index: number, size: PlanSize, random: Random): Measure {
  const [action, place, number] = [random.pick(actions), random.pick(places), index + 1];
  const goal = index % size.goals;
  const first = random.below(size.departments);
  const answering = Math.min(size.departments, 1 + (random.chance(0.4) ? random.below(4) : 0));
  return {
    code: `m-${number}`,
    goal: `tavoite-${goal + 1}`,
    title: {
      fi: `${action.fi} ${place.fi} ${number}`,
      sv: `${action.sv} ${place.sv} ${number}`,
      en: `${action.en} ${place.en} ${number}`,
    },
    isNew: random.chance(0.1),
    ...(random.chance(0.8) && { ageGroup: random.pick(ageGroups) }),
    ...(random.chance(0.3) && {
      termMeasure: `k-${goal * termMeasuresPerGoal + 1 + random.below(termMeasuresPerGoal)}`,
    }),
    assignments: upTo(answering).map((offset) => ({
      department: `vastuutaho-${((first + offset) % size.departments) + 1}`,
      reports: makeReports(size, random),
    })),
  };
}

/** A made-up plan of any size, for load and speed tests. */
export function makePlan(size: PlanSize): PlanFileInput {
  const random = randomOf(size.seed);
  const startYear = 2021 + 4 * Math.floor((size.year - 2021) / 4);
  return {
    format: 'vointi-plan',
    version: 1,
    municipality: { slug: size.slug, name: { fi: size.name }, isFictional: true },
    councilTerm: { startYear, endYear: startYear + 4 },
    plan: { year: size.year, status: 'published', source: { fi: 'Keksitty suunnitelma kokeilua varten' } },
    departments: upTo(size.departments).map((index) => ({
      slug: `vastuutaho-${index + 1}`,
      kind: 'department',
      name: { fi: `Vastuutaho ${index + 1}`, sv: `Ansvarig ${index + 1}`, en: `Department ${index + 1}` },
    })),
    goals: upTo(size.goals).map((goal) => ({
      slug: `tavoite-${goal + 1}`,
      shortName: { fi: `Tavoite ${goal + 1}`, sv: `Mål ${goal + 1}`, en: `Goal ${goal + 1}` },
      name: { fi: `Hyvinvoinnin tavoite ${goal + 1}`, sv: `Välfärdsmål ${goal + 1}`, en: `Wellbeing goal ${goal + 1}` },
      termMeasures: upTo(termMeasuresPerGoal).map((row) => ({
        code: `k-${goal * termMeasuresPerGoal + row + 1}`,
        text: { fi: `Valtuustokauden toimenpide ${row + 1}` },
        partiesText: { fi: 'Toimialat ja järjestöt' },
      })),
    })),
    rounds: upTo(size.rounds).map((index) => makeRound(index, size)),
    measures: upTo(size.measures).map((index) => makeMeasure(index, size, random)),
  };
}
