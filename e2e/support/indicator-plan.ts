import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';

/** A municipality whose figures only the writing tests use. */
export const figures = { slug: 'mittala', name: 'Mittala', year: 2025 };
/** A municipality in which tests add and delete, so that counts of the other stay the same. */
export const trial = { slug: 'kokeila', name: 'Kokeila', year: 2025 };
/** A municipality with more indicators than any plan has. */
export const manyFigures = { slug: 'lukula', name: 'Lukula', year: 2025, indicators: 1000 };
/** A municipality without indicators. */
export const noFigures = { slug: 'luvuton', name: 'Luvuton', year: 2025 };

export const coordinatorOf = ({ slug } = figures) => `coordinator@${slug}.example`;
export const figureCoordinator = coordinatorOf();
export const reporterOf = ({ slug } = figures) => `tiimi@${slug}.example`;
export const figureReporter = reporterOf();

const day = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * day).toISOString();
const years = [2019, 2020, 2021, 2022, 2023];

type Indicator = NonNullable<PlanFileInput['indicators']>[number];

const planOf = ({ slug, name, year }: typeof figures, indicators: Indicator[], more: Partial<PlanFileInput> = {}) =>
  ({
    format: 'vointi-plan',
    version: 1,
    municipality: { slug, name: { fi: name }, isFictional: true },
    councilTerm: { startYear: 2025, endYear: 2029 },
    plan: { year, status: 'published' },
    departments: [{ slug: 'tiimi', kind: 'department', name: { fi: 'Tiimi' } }],
    indicators,
    goals: [{ slug: 'liike', shortName: { fi: 'Liike' }, name: { fi: 'Liike lisääntyy' } }],
    rounds: [
      {
        slug: 'nyt',
        name: { fi: 'Syksyn kierros' },
        periodAssessed: { fi: 'syksy' },
        opensAt: fromNow(-10),
        closesAt: fromNow(30),
        state: 'open',
      },
    ],
    measures: [
      {
        code: 'kavely',
        goal: 'liike',
        title: { fi: 'Kyläkävelyt' },
        ageGroup: 'older_people',
        indicators: indicators.slice(0, 3).map((one) => one.slug),
        assignments: [{ department: 'tiimi' }],
      },
      { code: 'kerho', goal: 'liike', title: { fi: 'Kerho' }, assignments: [{ department: 'tiimi' }] },
    ],
    ...more,
  }) satisfies PlanFileInput;

/** Three indicators hold every case of a chart; the others are for writing. */
export const figurePlan = (where: typeof figures): PlanFileInput =>
  planOf(
    where,
    [
      {
        slug: 'kavijat',
        name: { fi: 'Kävelijät', sv: 'Promenerare', en: 'Walkers' },
        kind: 'number',
        unit: { fi: 'hlö', sv: 'pers.', en: 'people' },
        direction: 'up_is_good',
        source: { fi: 'Mittalan laskenta' },
        licence: 'CC BY 4.0',
        countsPeople: true,
        values: [
          ...years.map((year, at) => ({ period: String(year), number: 2050 + at * 100 })),
          ...years.map((year) => ({ period: String(year), ageGroup: 'older_people' as const, number: 1050 })),
          ...years.map((year, at) => ({
            period: String(year),
            ageGroup: 'children_youth' as const,
            number: 1000 + at * 100,
          })),
        ],
      },
      {
        slug: 'osuus',
        name: { fi: 'Liikkuvien osuus', sv: 'Andel som rör på sig', en: 'Share who move' },
        kind: 'number',
        unit: { fi: '%' },
        decimals: 1,
        direction: 'up_is_good',
        source: { fi: 'Mittalan kysely' },
        regionName: { fi: 'Mallimaakunta' },
        values: [
          { period: '2019', number: 40.1 },
          { period: '2020', number: 41.5 },
          { period: '2021', missing: true },
          { period: '2022', number: 44.2, isUncertain: true, note: { fi: 'Pieni otos.' } },
          { period: '2023', number: 47, source: { fi: 'Kunnan oma otos' }, licence: 'CC0 1.0' },
          // A month appears in the table and the files, but in no line of years.
          { period: '2023-06', number: 63.7 },
          { period: '2019', area: 'region', number: 39 },
          { period: '2023', area: 'region', number: 42.5 },
          { period: '2019', area: 'country', number: 38 },
          { period: '2023', area: 'country', number: 41 },
        ],
        targets: [{ period: '2027', number: 55 }],
        breaks: [{ period: '2022', note: { fi: 'Kysymys muuttui.' } }],
      },
      {
        slug: 'loukkaantuneet',
        name: { fi: 'Loukkaantuneet', sv: 'Skadade', en: 'Injured' },
        kind: 'number',
        unit: { fi: 'hlö' },
        direction: 'down_is_good',
        countsPeople: true,
        values: [
          { period: '2022', number: 12 },
          { period: '2023', number: 3 },
        ],
      },
      { slug: 'ilman', name: { fi: 'Ilman lukua', sv: 'Utan siffra', en: 'Without a figure' }, kind: 'number' },
      // One for each test, so that tests can run at the same time.
      ...['ruudukko', 'riita', 'tuonti', 'raportti'].map((slug): Indicator => ({
        slug,
        name: { fi: `Kirjoitettava ${slug}` },
        kind: 'number',
        unit: { fi: '%' },
        decimals: 1,
        values: [{ period: '2024', number: 10.5 }],
      })),
    ],
    {
      goals: [{ slug: 'liike', shortName: { fi: 'Liike' }, name: { fi: 'Liike lisääntyy' }, indicators: ['kavijat'] }],
      findings: [
        {
          slug: 'kavely-lisaantyy',
          tone: 'positive',
          text: { fi: 'Kävely on lisääntynyt.', sv: 'Promenaderna har ökat.', en: 'Walking has increased.' },
          period: '2022',
          ageGroups: ['older_people'],
          indicators: ['kavijat'],
          measures: ['kavely'],
        },
      ],
      measures: [
        {
          code: 'kavely',
          goal: 'liike',
          title: { fi: 'Kyläkävelyt' },
          ageGroup: 'older_people',
          indicators: ['kavijat', 'osuus', 'raportti'],
          assignments: [{ department: 'tiimi' }],
        },
        { code: 'kerho', goal: 'liike', title: { fi: 'Kerho' }, assignments: [{ department: 'tiimi' }] },
      ],
    },
  );

export const manyFiguresPlan = (): PlanFileInput =>
  planOf(
    manyFigures,
    Array.from({ length: manyFigures.indicators }, (_, at) => ({
      slug: `mittari-${at + 1}`,
      name: { fi: `Mittari ${at + 1}` },
      kind: 'number',
      unit: { fi: 'kpl' },
      values: years.map((year) => ({ period: String(year), number: at + year })),
    })),
  );

export const noFiguresPlan = (): PlanFileInput => planOf(noFigures, []);
