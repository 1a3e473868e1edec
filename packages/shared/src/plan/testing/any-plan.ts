import * as fc from 'fast-check';
import { departmentKinds } from '../../department/kind.ts';
import { findingStates, tones } from '../../finding/tone.ts';
import { areas, directions, indicatorKinds, sexes, trends, type IndicatorKind } from '../../indicator/kind.ts';
import { ageGroups, progresses, recurrences } from '../../measure/progress.ts';
import type { Text } from '../../text/text.ts';
import type { PlanFileInput } from '../interchange.ts';

type Indicator = NonNullable<PlanFileInput['indicators']>[number];
type Value = NonNullable<Indicator['values']>[number];
type Round = NonNullable<PlanFileInput['rounds']>[number];
type Measure = PlanFileInput['measures'][number];
type Report = NonNullable<Measure['assignments'][number]['reports']>[number];

/** Characters that often break programs: quotes, backslashes, line breaks, surrogate pairs, combining marks. */
const signs = [...'aäÖåŠ"\\\'%$–§ \n{<&;=+-0', '\u0301', '\u200d', '\u2028', '😀', '日', 'ع', '\\u0000', '--'];
const word = (max: number) =>
  fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 10 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text.length > 0 && text.length <= max);
const textUpTo = (max: number): fc.Arbitrary<Text> =>
  fc.record({ fi: word(max), sv: word(max), en: word(max) }, { requiredKeys: ['fi'] });
const slugs = (min: number, max: number) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom('', 'x-', '0-1-'), fc.integer({ min: 0, max: 99 })).map(([before, n]) => `${before}${n}`),
    { minLength: min, maxLength: max },
  );
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const some = (names: readonly string[], max = 3) => fc.subarray([...names], { maxLength: Math.min(max, names.length) });
const one = <T>(items: readonly T[]) => fc.constantFrom(...items);
const oneOrNone = (names: readonly string[]) => (names.length === 0 ? fc.constant(undefined) : maybe(one(names)));

const year = fc.integer({ min: 2000, max: 2099 }).map(String);
const period = fc.oneof(
  year,
  fc.constant(null),
  fc
    .tuple(fc.integer({ min: 2000, max: 2050 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, more]) => `${from}-${from + more}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, month]) => `${of}-${String(month).padStart(2, '0')}`),
  year.map((of) => `${of}-01/${of}-07`),
);
const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, decimals]) => n / 10 ** decimals);
const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });
/** The same moment in UTC or in Helsinki's winter time. */
const instant = (at: number) =>
  fc
    .boolean()
    .map((isUtc) =>
      isUtc ? new Date(at).toISOString() : new Date(at + 7_200_000).toISOString().replace('Z', '+02:00'),
    );
const date = time.map((at) => new Date(at).toISOString().slice(0, 10));

const milestone = fc.oneof(
  date,
  date.map((of) => of.slice(0, 7)),
);

const valueOf: Record<IndicatorKind, fc.Arbitrary<Partial<Value>>> = {
  number: fc.record({ number }),
  yes_no: fc.record({ yesNo: fc.boolean() }),
  milestone: fc.record({ milestone }),
  trend: fc.record({ trend: one(trends) }),
  text: fc.record({ text: textUpTo(500) }),
};
const where = fc.record({ period, ageGroup: maybe(one(ageGroups)), sex: maybe(one(sexes)), area: one(areas) });

const beside = fc.record({
  note: maybe(textUpTo(500)),
  source: maybe(textUpTo(300)),
  sourceId: maybe(word(100)),
  licence: maybe(word(100)),
  isUncertain: fc.boolean(),
});
const byPeriod = <T extends { period: string }>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { selector: ({ period: of }) => of, maxLength: 4 });
const sometime = period.filter((date) => date !== null);

const valuesOf = (kind: IndicatorKind): fc.Arbitrary<Value[]> =>
  fc
    .array(
      fc
        .tuple(where, fc.oneof(valueOf[kind], fc.constant({ missing: true as const })), beside)
        .map(([at, value, more]) => ({ ...at, ...value, ...more })),
      { maxLength: 6 },
    )
    .map((values) => [
      ...new Map(
        values.map((value) => [JSON.stringify([value.period, value.ageGroup, value.sex, value.area]), value]),
      ).values(),
    ]);

const indicator = (slug: string, sets: readonly string[]): fc.Arbitrary<Indicator> =>
  one(indicatorKinds).chain((kind) =>
    fc.record({
      slug: fc.constant(slug),
      name: textUpTo(200),
      kind: fc.constant(kind),
      unit: maybe(textUpTo(40)),
      decimals: fc.integer({ min: 0, max: 6 }),
      direction: one(directions),
      set: oneOrNone(sets),
      definition: maybe(textUpTo(1000)),
      source: maybe(textUpTo(300)),
      sourceId: maybe(word(100)),
      sourceUrl: maybe(one(['https://sotkanet.fi/x?a=1', 'http://kunta.example/ä'])),
      licence: maybe(word(100)),
      countsPeople: fc.boolean(),
      regionName: maybe(textUpTo(120)),
      values: valuesOf(kind),
      targets:
        kind === 'number'
          ? byPeriod(fc.record({ period: sometime, number }))
          : kind === 'milestone'
            ? byPeriod(fc.record({ period: sometime, milestone }))
            : fc.constant([]),
      breaks: byPeriod(fc.record({ period: sometime, note: textUpTo(500) })),
    }),
  );

const isOneOpen = (rounds: readonly Round[]) => rounds.filter(({ state }) => state === 'open').length <= 1;
const round = (slug: string): fc.Arbitrary<Round> =>
  fc
    .record({
      name: textUpTo(120),
      periodAssessed: textUpTo(60),
      state: one(['planned', 'open', 'closed'] as const),
      opens: time,
      decision: maybe(fc.record({ date, section: word(40) })),
      isDated: fc.boolean(),
    })
    .chain(({ opens, isDated, ...rest }) =>
      fc.tuple(instant(opens), instant(opens + 86_400_000)).map(([opensAt, closesAt]) => ({
        slug,
        ...rest,
        ...((isDated || rest.state !== 'closed') && { opensAt, closesAt }),
      })),
    );

const report = (slug: string): fc.Arbitrary<Report> =>
  fc.record({
    round: fc.constant(slug),
    progress: one(progresses),
    note: maybe(textUpTo(2000)),
    evidence: maybe(textUpTo(2000)),
    confirmed: fc.boolean(),
    onBehalfOf: maybe(word(120)),
    submittedAt: maybe(time.chain(instant)),
  });

type Names = Record<'departments' | 'sets' | 'indicators' | 'goals' | 'termMeasures' | 'begun', readonly string[]>;

const measure = (code: string, names: Names): fc.Arbitrary<Measure> =>
  fc.record({
    code: fc.constant(code),
    goal: one(names.goals),
    termMeasure: oneOrNone(names.termMeasures),
    ageGroup: maybe(one(ageGroups)),
    title: textUpTo(80),
    officialText: maybe(textUpTo(4000)),
    isNew: fc.boolean(),
    recurrence: one(recurrences),
    indicators: some(names.indicators),
    indicatorSets: some(names.sets),
    assignments: fc
      .subarray([...names.departments], { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((department) =>
            some(names.begun, 9).chain((rounds) =>
              fc.tuple(...rounds.map(report)).map((reports) => ({ department, reports })),
            ),
          ),
        ),
      ),
  });

/** A valid plan of any content, small enough to try many. */
export const anyPlan = (slug: string): fc.Arbitrary<PlanFileInput> =>
  fc
    .record({
      departments: slugs(1, 4),
      sets: slugs(0, 2),
      indicators: slugs(0, 4),
      goals: slugs(1, 3),
      termMeasures: slugs(0, 3),
      rounds: slugs(0, 3),
      measures: slugs(0, 5),
      findings: slugs(0, 2),
    })
    .chain((names) =>
      fc.tuple(fc.constant(names), fc.tuple(...names.rounds.map(round)).filter(isOneOpen)).chain(([of, rounds]) => {
        const known = { ...of, begun: rounds.filter(({ state }) => state !== 'planned').map((item) => item.slug) };
        return fc.record({
          format: fc.constant('vointi-plan' as const),
          version: fc.constant(1 as const),
          municipality: fc.record({ slug: fc.constant(slug), name: textUpTo(120), isFictional: fc.boolean() }),
          councilTerm: fc.constant({ startYear: 2025, endYear: 2029 }),
          plan: fc.record({
            year: fc.integer({ min: 2025, max: 2029 }),
            status: one(['draft', 'published'] as const),
            focus: fc.array(textUpTo(200), { maxLength: 3 }),
            source: maybe(textUpTo(300)),
          }),
          departments: fc.tuple(
            ...of.departments.map((item, index) =>
              fc.record({
                slug: fc.constant(item),
                kind: one(departmentKinds),
                name: textUpTo(120),
                shortName: maybe(textUpTo(60)),
                aliases: fc.array(word(120), { maxLength: 2 }),
                successor: oneOrNone(of.departments.slice(index + 1)),
                validFrom: maybe(date),
              }),
            ),
          ),
          indicatorSets: fc.tuple(
            ...of.sets.map((item) => fc.record({ slug: fc.constant(item), name: textUpTo(200) })),
          ),
          indicators: fc.tuple(...of.indicators.map((item) => indicator(item, of.sets))),
          goals: fc.tuple(
            ...of.goals.map((item, index) =>
              fc.record({
                slug: fc.constant(item),
                shortName: textUpTo(60),
                name: textUpTo(200),
                indicators: some(of.indicators),
                termMeasures: fc.tuple(
                  ...of.termMeasures
                    .filter((_, n) => n % of.goals.length === index)
                    .map((code) =>
                      fc.record({
                        code: fc.constant(code),
                        text: textUpTo(4000),
                        partiesText: textUpTo(500),
                        indicators: some(of.indicators),
                      }),
                    ),
                ),
              }),
            ),
          ),
          rounds: fc.constant(rounds),
          measures: fc.tuple(...of.measures.map((code) => measure(code, known))),
          findings: fc.tuple(
            ...of.findings.map((item) =>
              fc.record({
                slug: fc.constant(item),
                tone: one(tones),
                state: one(findingStates),
                text: textUpTo(600),
                period,
                ageGroups: fc.subarray([...ageGroups]),
                indicators: some(of.indicators),
                measures: some(of.measures),
              }),
            ),
          ),
        });
      }),
    );
