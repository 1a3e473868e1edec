import { describe, expect, test } from 'vitest';
import example from '../../../../examples/kouvola-2024.json' with { type: 'json' };
import type { AgeGroup, Status } from '../measure/progress.ts';
import { countStatuses, statusOf, termStatusOf } from '../measure/status.ts';
import { languages } from '../text/text.ts';
import { PlanFile } from './interchange.ts';

/** The facts of Kouvola's plan for 2024, counted by hand from the published document. */
const file = PlanFile.parse(example);

type Measure = PlanFile['measures'][number];

const indicators = new Map(file.indicators.map((indicator) => [indicator.slug, indicator]));
const answersOf = (measure: Measure) => measure.assignments.map(({ reports }) => reports[0]?.progress ?? null);
const measures = file.measures.map((measure) => ({ ...measure, status: statusOf(answersOf(measure)) }));
const reports = measures.flatMap(({ assignments }) => assignments).flatMap(({ reports: answers }) => answers);

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not in the file');
  return value;
}
const measureOf = (code: string) => only(measures.find((measure) => measure.code === code));
const indicatorOf = (slug: string) => only(indicators.get(slug));
const codesWhere = (test: (measure: (typeof measures)[number]) => boolean) =>
  measures.filter(test).map(({ code }) => code);
const answersByDepartment = (code: string) =>
  measureOf(code).assignments.map(({ department, reports: answers }) => [department, answers[0]?.progress ?? null]);
/** Values by indicator, without those that the source does not give. */
const figuresOf = (slugs: string[]) =>
  Object.fromEntries(
    slugs.flatMap((slug) =>
      indicatorOf(slug).values.flatMap(({ number, period }) =>
        number === undefined ? [] : [[slug, [number, period]]],
      ),
    ),
  );
const hasFigure = (measure: Measure) => Object.keys(figuresOf(measure.indicators)).length > 0;

test('has the head of the published plan of a real municipality', () => {
  expect(file.municipality).toMatchObject({
    slug: 'kouvola',
    code: '286',
    name: { fi: 'Kouvola' },
    isFictional: false,
  });
  expect(file.councilTerm).toEqual({ startYear: 2021, endYear: 2025 });
  expect(file.plan).toMatchObject({ year: 2024, status: 'published' });
  expect(file.plan.focus).toHaveLength(1);
  expect(file.plan.focus[0]?.fi).toContain('kaventaminen');
  expect(file.plan.source?.fi).toContain('15.11.2021');
});

describe('goals and age groups', () => {
  const none = undefined;
  test.each<[goal: string, AgeGroup | undefined, number]>([
    ['terveelliset-elintavat', 'children_youth', 22],
    ['terveelliset-elintavat', 'all_ages', 10],
    ['terveelliset-elintavat', none, 0],
    ['osallisuus', 'children_youth', 5],
    ['osallisuus', 'all_ages', 8],
    ['osallisuus', none, 0],
    ['tyollisyys', none, 4],
    ['arjen-turvallisuus', none, 10],
  ])('has in %s, %s, %i measures', (goal, ageGroup, count) => {
    expect(codesWhere((measure) => measure.goal === goal && measure.ageGroup === ageGroup)).toHaveLength(count);
  });

  test('has 59 measures together, each with its own code', () => {
    expect(measures).toHaveLength(59);
    expect(new Set(measures.map(({ code }) => code)).size).toBe(59);
    const byAge = (ageGroup: AgeGroup | undefined) => codesWhere((measure) => measure.ageGroup === ageGroup).length;
    expect([byAge('children_youth'), byAge('all_ages'), byAge(none)]).toEqual([27, 18, 14]);
    const byGoal = file.goals.map(({ slug }) => codesWhere(({ goal }) => goal === slug).length);
    expect(byGoal).toEqual([32, 13, 4, 10, 0]);
  });
});

describe('statuses', () => {
  type Row = [goal: string, AgeGroup | undefined, ...counts: Record<Status, number>[]];
  const row = (done: number, in_progress: number, not_started: number, not_reported: number, mixed: number) => ({
    done,
    in_progress,
    not_started,
    not_reported,
    mixed,
  });
  test.each<Row>([
    ['terveelliset-elintavat', 'children_youth', row(6, 14, 0, 2, 0)],
    ['terveelliset-elintavat', 'all_ages', row(3, 5, 1, 1, 0)],
    ['osallisuus', 'children_youth', row(1, 3, 0, 0, 1)],
    ['osallisuus', 'all_ages', row(0, 5, 0, 2, 1)],
    ['tyollisyys', undefined, row(0, 4, 0, 0, 0)],
    ['arjen-turvallisuus', undefined, row(4, 5, 1, 0, 0)],
  ])('counts the statuses of %s, %s', (goal, ageGroup, expected) => {
    const group = measures.filter((measure) => measure.goal === goal && measure.ageGroup === ageGroup);
    expect(countStatuses(group)).toEqual({ ...expected, total: group.length });
  });

  test('counts the statuses of all 59', () => {
    expect(countStatuses(measures)).toEqual({ ...row(14, 36, 2, 5, 2), total: 59 });
  });

  test('lists the meetings of old and young and the digital card as not started', () => {
    expect(codesWhere(({ status }) => status === 'not_started')).toEqual([
      'ikaihmiset-ja-koululaiset',
      'sahkoinen-puheeksiottokortti',
    ]);
  });

  test('has two mixed measures: one by different answers, one by a missing answer', () => {
    expect(codesWhere(({ status }) => status === 'mixed')).toEqual(['kasvatustutorit', 'osallistava-budjetointi']);
    expect(answersByDepartment('kasvatustutorit')).toEqual([
      ['varhaiskasvatus', 'done'],
      ['perusopetus', null],
    ]);
    expect(answersByDepartment('osallistava-budjetointi')).toEqual([
      ['nuorisopalvelut', 'done'],
      ['aluetoimikunnat', 'in_progress'],
    ]);
  });

  test('reads "Valmis Valmis" as both departments done', () => {
    expect(answersOf(measureOf('yhteisotutorit-ja-tuva'))).toEqual(['done', 'done']);
  });

  test('has a note in three answers', () => {
    const noted = measures.flatMap(({ code, assignments }) =>
      assignments.flatMap(({ reports: answers }) => answers.flatMap(({ note }) => (note ? [[code, note.fi]] : []))),
    );
    expect(noted).toEqual([
      ['mielessa-tuulee', 'yksi paikka, minne eri toimijat tulevat'],
      ['kasvatustutorit', 'määräaikaisuus'],
      ['loytava-vanhustyo', 'Hankerahoitusta ei saatu, etenee omilla resursseilla'],
    ]);
  });
});

test('has seven new measures, of which the five without a light are the five not reported', () => {
  const silent = [
    'taiteen-perusopetus',
    'lapsi-ja-vanhempi-kurssit',
    'kansalaisopisto-osallisuus',
    'asukastilaisuudet',
    'vammaisneuvoston-ehdotus',
  ];
  const isNew = codesWhere((measure) => measure.isNew);
  expect(isNew.toSorted()).toEqual([...silent, 'motipaja-oppivelvollisille', 'nupaku'].toSorted());
  expect(codesWhere(({ status }) => status === 'not_reported')).toEqual(silent);
  expect(measureOf('motipaja-oppivelvollisille')).toMatchObject({
    goal: 'terveelliset-elintavat',
    status: 'in_progress',
  });
  expect(measureOf('nupaku')).toMatchObject({ goal: 'arjen-turvallisuus', status: 'in_progress' });
});

test('has one continuous and one yearly measure', () => {
  expect(codesWhere(({ recurrence }) => recurrence === 'continuous')).toEqual(['vanhemmuuden-tuki']);
  expect(codesWhere(({ recurrence }) => recurrence === 'yearly')).toEqual(['paihdekysely']);
});

test('shares 89 assignments among 26 departments, of which each has some', () => {
  const used = measures.flatMap(({ assignments }) => assignments.map(({ department }) => department));
  expect(used).toHaveLength(89);
  expect(new Set(used)).toEqual(new Set(file.departments.map(({ slug }) => slug)));
  expect(file.departments).toHaveLength(26);
  expect(codesWhere(({ assignments }) => assignments.length >= 2)).toHaveLength(19);
});

test.each([
  ['perusopetus', 'Peruopetus'],
  ['ymparistopalvelut', 'ympäristöpalv.'],
  ['liikenneturvallisuustyoryhma', 'Liikenneturvallisuus-työryhmä'],
  ['tekniikka-ja-ymparistopalvelut', 'teky'],
  ['epmt', 'Ehkäisevä päihde- ja mielenterveystyö EPMT'],
])('finds %s also as %s', (slug, spelling) => {
  expect(file.departments.find(({ aliases }) => aliases.includes(spelling))?.slug).toBe(slug);
});

test('has one closed round, whose dates and authors the source does not give', () => {
  expect(file.rounds).toHaveLength(1);
  expect(file.rounds[0]).toMatchObject({ state: 'closed', periodAssessed: { fi: '2023' } });
  expect(file.rounds[0]).not.toHaveProperty('opensAt');
  expect(file.rounds[0]).not.toHaveProperty('closesAt');
  // Of 89 assignments, five measures without answers have one each, and perusopetus has not answered about its tutors.
  expect(reports).toHaveLength(83);
  for (const report of reports) {
    expect(report.round).toBe(file.rounds[0]?.slug);
    expect(report).not.toHaveProperty('submittedAt');
  }
});

test('has 21 term measures, five of them followed by an annual measure', () => {
  const perGoal = file.goals.map(({ termMeasures }) => termMeasures.length);
  expect(perGoal).toEqual([7, 6, 4, 3, 1]);
  const followed = file.goals
    .flatMap(({ slug, termMeasures }) => termMeasures.map(({ code }) => ({ slug, code })))
    .flatMap(({ slug, code }) => {
      const linked = measures.filter(({ termMeasure }) => termMeasure === code);
      for (const { goal } of linked) expect(goal).toBe(slug);
      const status = termStatusOf(linked.map((measure) => measure.status));
      return status === 'not_followed' ? [] : [[code, status]];
    });
  expect(Object.fromEntries(followed)).toEqual({
    'digipalvelut-ja-digitaidot': 'in_progress',
    'mennaan-metsaan': 'in_progress',
    'liikuntapaikat-ja-liikuntapalvelut': 'in_progress',
    'aluetoiminta-ja-yhteisotilat': 'in_progress',
    'te-palvelujen-siirto': 'in_progress',
  });
  const termIndicators = file.goals.flatMap(({ termMeasures }) => termMeasures.flatMap((term) => term.indicators));
  for (const { termMeasures } of file.goals) for (const term of termMeasures) expect(term.indicators).not.toEqual([]);
  for (const slug of termIndicators) expect(indicatorOf(slug).values).toEqual([]);
});

describe('figures', () => {
  test.each<[code: string, figures: Record<string, [number, string | null]>]>([
    ['paihdeoppitunnit', { 'paihdeoppitunnit-peruskoulu': [2050, null], 'paihdeoppitunnit-eduko': [350, null] }],
    [
      'paihdelinjaukset-ja-huoltajaillat',
      { 'nuorisotalojen-tapahtumien-osallistujat': [200, null], 'vanhempainiltojen-osallistujat': [200, null] },
    ],
    [
      'palkkatuki-ja-kesatyot',
      {
        palkkatukityollistetyt: [312, null],
        'nuorten-kesatyopaikat': [192, null],
        'nuorten-kesatyosetelit': [283, null],
      },
    ],
    ['palkkatuen-jatkopolut', { tyottomyysaste: [10.7, '2022-12'] }],
  ])('%s', (code, expected) => {
    expect(figuresOf(measureOf(code).indicators)).toEqual(expected);
  });

  test('has unemployment as a percentage with one decimal, of which less is good', () => {
    expect(indicatorOf('tyottomyysaste')).toMatchObject({ unit: { fi: '%' }, decimals: 1, direction: 'down_is_good' });
  });

  test('has 4 measures with their own figures, 55 without, and indicators for all 59', () => {
    expect(codesWhere(hasFigure)).toHaveLength(4);
    expect(codesWhere((measure) => !hasFigure(measure))).toHaveLength(55);
    expect(codesWhere((measure) => measure.indicators.length + measure.indicatorSets.length === 0)).toEqual([]);
  });

  test('links 25 measures to an indicator set, 21 of them to nothing else', () => {
    const pointing = measures.filter(({ indicatorSets }) => indicatorSets.length > 0);
    expect(pointing).toHaveLength(25);
    expect(pointing.filter((measure) => measure.indicators.length > 0).map(({ code }) => code)).toEqual([
      'harrastamisen-suomen-malli',
      'paihdeoppitunnit',
      'paihdelinjaukset-ja-huoltajaillat',
      'paihdeoppitunnit-lastensuojelussa',
    ]);
    expect(pointing.filter((measure) => measure.indicators.length === 0)).toHaveLength(21);
  });

  test('has as findings two better figures, and as worse ones six rising trends and a root cause', () => {
    const tones = file.findings.map(({ slug, tone }) => [slug, tone]);
    expect(tones).toEqual([
      ['nuorisotyottomyys', 'positive'],
      ['alle-25-vuotiaat-tyonhakijat', 'positive'],
      ['nuorten-pahoinvointi', 'negative'],
      ['huumausainerikokset', 'negative'],
      ['huostaanotot', 'negative'],
      ['alle-15-vuotiaiden-rikokset', 'negative'],
      ['mielenterveyden-haasteet', 'negative'],
    ]);
    const valuesOf = (slug: string) =>
      only(file.findings.find((finding) => finding.slug === slug)).indicators.flatMap((indicator) =>
        indicatorOf(indicator).values.map(({ number, trend }) => number ?? trend),
      );
    expect(valuesOf('nuorisotyottomyys')).toEqual([11.3]);
    expect(valuesOf('alle-25-vuotiaat-tyonhakijat')).toEqual([-50]);
    expect(valuesOf('huumausainerikokset')).toEqual(['up', 'up', 'up']);
    expect(valuesOf('huostaanotot')).toEqual(['up']);
    expect(valuesOf('alle-15-vuotiaiden-rikokset')).toEqual(['up', 'up']);
    expect(valuesOf('mielenterveyden-haasteet')).toEqual([]);
  });

  test('has a value for the plan’s own indicators of those four measures and of the findings', () => {
    const named = new Set(
      [...file.measures, ...file.goals.flatMap(({ termMeasures }) => termMeasures), ...file.findings].flatMap(
        (owner) => owner.indicators,
      ),
    );
    const withValue = file.indicators.filter(({ slug, values }) => named.has(slug) && values.length > 0);
    const known = [...measures.filter(hasFigure), ...file.findings].flatMap((owner) => owner.indicators);
    for (const { slug } of withValue) expect(known).toContain(slug);
    expect(withValue).toHaveLength(8 + 2 + 6);
  });

  test('has for two measures a target date, which is no figure', () => {
    const aims = file.indicators.flatMap(({ slug, targets }) => targets.map((target) => [slug, target]));
    expect(aims).toEqual([
      ['varhaiskasvatussuunnitelma-paivitetty', { period: '2023', milestone: '2023-06' }],
      ['terveysmetsa-valmis', { period: '2023', milestone: '2023-09' }],
    ]);
  });
});

test.each(languages)('every title is there in %s and fits a screen', (language) => {
  const titles = measures.map(({ title }) => title[language] ?? '');
  for (const title of titles) expect(title).toSatisfy((text: string) => text.length > 0 && text.length <= 80);
  expect(new Set(titles).size).toBe(59);
});
