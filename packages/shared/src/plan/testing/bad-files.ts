import type { Format, Noun, Reason, ValueType } from '../check-reasons.ts';
import { dated, goodFile } from './good-file.ts';

export type BadFile = { name: string; path: string; reason: Reason; file: unknown };

const steps = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);

/** The good file with one value replaced (undefined: removed). */
export function broken(path: string, value: unknown): unknown {
  const file: unknown = goodFile();
  const keys = steps(path);
  const last = keys.pop() ?? '';
  let parent = file as Record<string, unknown>;
  for (const key of keys) parent = parent[key] as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  // Defines the key and does not assign it, because a file may have a key __proto__.
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return file;
}

const bad = (set: string, value: unknown, reason: Reason, reportedPath = set): BadFile => ({
  name: `${reason.code} at ${reportedPath}`,
  path: reportedPath,
  reason,
  file: broken(set, value),
});

const text = { fi: 'x' };
const unknown = (noun: Noun, value: string, closest: string | null = null): Reason => ({
  code: 'unknown_reference',
  noun,
  value,
  closest,
});
const type = (expected: ValueType): Reason => ({ code: 'wrong_type', expected });
const form = (value: string, expected: Format): Reason => ({ code: 'wrong_format', value, expected });
const twice = (noun: Noun, value: string, first: string): Reason => ({ code: 'duplicate', noun, value, first });
const assignment = 'measures[0].assignments[0]';
const goal = (slug: string, ...termMeasures: string[]) => ({
  slug,
  shortName: text,
  name: text,
  termMeasures: termMeasures.map((code) => ({ code, text, partiesText: text })),
});
const department = (slug: string) => ({ slug, kind: 'partner', name: text });
const report = (round: string) => ({ round, progress: 'done' });
const indicator = (kind: string, value: object, more: object = {}) => ({
  slug: 'malli',
  name: text,
  kind,
  values: [{ period: null, ...value }],
  ...more,
});

/** Files with one problem each: the changed path, its value, the expected reason, and its path if it is another. */
export const badFiles: readonly BadFile[] = [
  bad('measures[0].title', undefined, { code: 'required' }),
  bad('rounds[0].state', undefined, { code: 'required' }),
  bad('departments', undefined, { code: 'required' }),
  bad('goals[0].name.fi', 5, type('text')),
  bad('measures[0].title.sv', null, type('text')),
  bad('plan.year', 2026.5, type('whole_number')),
  bad('findings[0].measures', {}, type('list')),
  bad('goals', 'x', type('list')),
  bad('measures[0].isNew', 'yes', type('true_or_false')),
  bad('indicators[0].values[0].number', '0', type('number')),
  bad('findings[0]', 'f1', type('object')),
  bad('measures[0].title.fi', '  ', { code: 'text_empty' }),
  bad('measures[0].title.en', 'x'.repeat(93), { code: 'text_too_long', length: 93, max: 80 }),
  bad('measures[0].title.fi', 'a\0b', { code: 'bad_character' }),
  bad('plan.source', { fi: '\ud83d' }, { code: 'bad_character' }, 'plan.source.fi'),
  bad('councilTerm.startYear', 1999, { code: 'number_too_small', min: 2000 }),
  bad('indicators[0].values[0].number', 1e12, { code: 'number_too_large', max: 999_999_999_999 }),
  bad('indicators[0].values[0].number', 0.1234567, { code: 'too_many_decimals', max: 6 }),
  bad('indicators[0].targets[0].number', 1e-9, { code: 'too_many_decimals', max: 6 }),
  bad('measures[0].assignments', [], { code: 'too_few_items', min: 1 }),
  bad('plan.focus', Array(11).fill(text), { code: 'too_many_items', count: 11, max: 10 }),
  bad('findings', [...Array.from({ length: 200 }, (_, n) => ({ slug: `f${n}`, tone: 'positive', text })), 'beyond'], {
    code: 'too_many_items',
    count: 201,
    max: 200,
  }),
  bad('rounds[2].slug', 'Loppu', form('Loppu', 'slug')),
  bad('indicators[0].values[0].period', 'kevät', form('kevät', 'period')),
  bad('indicators[0].targets[0].period', '2026-13', form('2026-13', 'period')),
  bad('municipality.code', '28', form('28', 'municipality_code')),
  bad('departments[0].validFrom', '31.5.2026', form('31.5.2026', 'date')),
  bad('rounds[1].opensAt', '2026-05-01T00:00:00', form('2026-05-01T00:00:00', 'instant')),
  bad(
    'indicators[1]',
    indicator('milestone', { milestone: '9/2023' }),
    form('9/2023', 'milestone'),
    'indicators[1].values[0].milestone',
  ),
  bad(`${assignment}.reports[0].progress`, 'green', {
    code: 'not_allowed',
    value: 'green',
    allowed: ['not_started', 'in_progress', 'done'],
  }),
  bad('version', 3, { code: 'not_allowed', value: '3', allowed: ['1', '2'] }),
  bad(`${assignment}.reports[0].round`, undefined, { code: 'round_absent' }),
  bad('rounds[2].state', 'open', { code: 'round_open_already', round: 'kevat' }),
  bad('measures[0].titel', 'x', { code: 'unknown_key', key: 'titel', closest: 'title' }),
  bad('x y', 1, { code: 'unknown_key', key: 'x y', closest: null }, '["x y"]'),
  bad('plan.__proto__', { year: 1 }, { code: 'unknown_key', key: '__proto__', closest: null }),
  bad(
    'measures[0].assignments[1].department',
    'nuorisopalvelu',
    unknown('department', 'nuorisopalvelu', 'nuorisopalvelut'),
  ),
  bad('departments[0].successor', 'x9', unknown('department', 'x9')),
  bad('measures[0].goal', 'x', unknown('goal', 'x')),
  bad('measures[0].termMeasure', 'k2', unknown('term_measure', 'k2', 'k1')),
  bad('measures[0].indicators[0]', 'x9', unknown('indicator', 'x9')),
  bad('goals[0].indicators[0]', 'mallit', unknown('indicator', 'mallit', 'malli')),
  bad('goals[0].termMeasures[0].indicators[0]', 'x9', unknown('indicator', 'x9')),
  bad('findings[0].indicators[0]', 'x9', unknown('indicator', 'x9')),
  bad('measures[0].indicatorSets[0]', 'x9', unknown('indicator_set', 'x9')),
  bad('indicators[0].set', 'x9', unknown('indicator_set', 'x9')),
  bad(`${assignment}.reports[0].round`, 'syksi', unknown('round', 'syksi', 'syksy')),
  bad('findings[0].measures[0]', 'm2', unknown('measure', 'm2', 'm1')),
  bad(
    'departments[2]',
    department('kirjasto'),
    twice('department', 'kirjasto', 'departments[0].slug'),
    'departments[2].slug',
  ),
  bad(
    'measures[1]',
    { code: 'm1', goal: 'osallisuus', title: text, assignments: [{ department: 'kirjasto' }] },
    twice('measure', 'm1', 'measures[0].code'),
    'measures[1].code',
  ),
  bad('rounds[3]', { ...dated('syksy'), state: 'closed' }, twice('round', 'syksy', 'rounds[0].slug'), 'rounds[3].slug'),
  bad('goals[1]', goal('osallisuus'), twice('goal', 'osallisuus', 'goals[0].slug'), 'goals[1].slug'),
  bad(
    'goals[1]',
    goal('g2', 'k1'),
    twice('term_measure', 'k1', 'goals[0].termMeasures[0].code'),
    'goals[1].termMeasures[0].code',
  ),
  bad(
    'indicators[2]',
    indicator('yes_no', { yesNo: true }),
    twice('indicator', 'malli', 'indicators[1].slug'),
    'indicators[2].slug',
  ),
  bad(
    'indicatorSets[1]',
    { slug: 'kouluterveys', name: text },
    twice('indicator_set', 'kouluterveys', 'indicatorSets[0].slug'),
    'indicatorSets[1].slug',
  ),
  bad(
    'findings[1]',
    { slug: 'f1', tone: 'negative', text },
    twice('finding', 'f1', 'findings[0].slug'),
    'findings[1].slug',
  ),
  bad('measures[0].indicators[1]', 'kavijat', { code: 'listed_twice', value: 'kavijat' }),
  bad(
    'findings[0].ageGroups',
    ['all_ages', 'all_ages'],
    { code: 'listed_twice', value: 'all_ages' },
    'findings[0].ageGroups[1]',
  ),
  bad('measures[0].assignments[1].department', 'kirjasto', {
    code: 'department_twice',
    department: 'kirjasto',
    first: assignment,
  }),
  bad(
    `${assignment}.reports[1]`,
    report('syksy'),
    { code: 'round_twice', round: 'syksy', first: `${assignment}.reports[0]` },
    `${assignment}.reports[1].round`,
  ),
  bad(
    'indicators[0].values[2]',
    { period: '2024', number: 1, area: 'municipality' },
    { code: 'value_twice', first: 'indicators[0].values[0]' },
  ),
  bad(
    'indicators[1].values[1]',
    { period: null, yesNo: true },
    { code: 'value_twice', first: 'indicators[1].values[0]' },
  ),
  bad(
    'indicators[0].targets[1]',
    { period: '2026', number: 3 },
    { code: 'period_twice', first: 'indicators[0].targets[0]' },
  ),
  bad(
    'indicators[0].targets[0]',
    { period: '2026', number: 3, milestone: '2026-01' },
    { code: 'several_values', keys: ['number', 'milestone'] },
  ),
  bad('indicators[0].targets[0]', { period: '2026' }, { code: 'value_absent', expected: 'number' }),
  bad(
    'indicators[0].targets[0]',
    { period: '2026', milestone: '2026-01' },
    { code: 'wrong_value_key', key: 'milestone', kind: 'number', expected: 'number' },
    'indicators[0].targets[0].milestone',
  ),
  bad(
    'indicators[0].breaks',
    [
      { period: '2025', note: { fi: 'Kysymys vaihtui' } },
      { period: '2025', note: { fi: 'Ja taas' } },
    ],
    { code: 'period_twice', first: 'indicators[0].breaks[0]' },
    'indicators[0].breaks[1]',
  ),
  bad('indicators[0].values[0].period', '2025-07/2025-01', { code: 'ends_before_start' }),
  bad('indicators[0].sourceUrl', 'javascript:alert(1)', form('javascript:alert(1)', 'address')),
  bad(
    'indicators[0].values[0].number',
    undefined,
    { code: 'value_absent', expected: 'number' },
    'indicators[0].values[0]',
  ),
  bad(
    'indicators[0].values[0].yesNo',
    true,
    { code: 'several_values', keys: ['number', 'yesNo'] },
    'indicators[0].values[0]',
  ),
  bad(
    'indicators[0].values[1].number',
    5,
    { code: 'several_values', keys: ['number', 'missing'] },
    'indicators[0].values[1]',
  ),
  bad(
    'indicators[1].kind',
    'trend',
    { code: 'wrong_value_key', key: 'yesNo', kind: 'trend', expected: 'trend' },
    'indicators[1].values[0].yesNo',
  ),
  bad('indicators[1].targets', [{ period: '2026', number: 1 }], { code: 'target_not_possible', kind: 'yes_no' }),
  bad(
    'indicators[1]',
    indicator('milestone', { milestone: '2023-02-30' }),
    { code: 'no_such_date', value: '2023-02-30' },
    'indicators[1].values[0].milestone',
  ),
  bad('departments[0].validFrom', '0000-01-01', { code: 'no_such_date', value: '0000-01-01' }),
  bad(`${assignment}.reports[0].submittedAt`, '2500-01-01T00:00:00Z', {
    code: 'no_such_date',
    value: '2500-01-01T00:00:00Z',
  }),
  bad('rounds[1].closesAt', undefined, { code: 'round_without_dates', state: 'open' }, 'rounds[1]'),
  bad('rounds[2].opensAt', undefined, { code: 'round_without_dates', state: 'planned' }, 'rounds[2]'),
  bad('rounds[1].closesAt', '2026-04-30T20:59:59Z', { code: 'closes_before_opens' }),
  bad(`${assignment}.reports[0].round`, 'loppu', { code: 'report_in_planned_round', round: 'loppu' }),
  bad('councilTerm.endYear', 2024, { code: 'ends_before_start' }),
  bad('departments[1].validTo', '2025-12-31', { code: 'ends_before_start' }),
  bad('findings[0].period', '2024-2023', { code: 'ends_before_start' }),
  bad('municipality.slug', 'sign-in', { code: 'slug_reserved', slug: 'sign-in' }),
  bad('plan.year', 2031, { code: 'year_outside_term', year: 2031, startYear: 2025, endYear: 2029 }),
  bad('departments[0].successor', 'nuorisopalvelut', {
    code: 'successor_cycle',
    chain: ['kirjasto', 'nuorisopalvelut', 'kirjasto'],
  }),
  bad('departments[0].successor', 'kirjasto', { code: 'successor_cycle', chain: ['kirjasto', 'kirjasto'] }),
];
