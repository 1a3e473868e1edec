import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { accountPhrases, badAccountRows } from './bad-account-rows.ts';
import { badDisplayRows, displayPhrases } from './bad-display-rows.ts';
import { badRoundRows, roundPhrases } from './bad-round-rows.ts';
import type { Row } from './rows.ts';

type BadRow = [table: string, rule: string, changes: Row];
type Schema = { def: { innerType?: Schema; element?: Schema; shape?: Record<string, Schema> }; maxLength?: number };

/** The greatest length of a text in the interchange format, by path: `measures.title`. */
function maxOf(path: string): number {
  const peel = ({ def }: Schema, schema: Schema): Schema =>
    def.innerType ? peel(def.innerType, def.innerType) : def.element ? peel(def.element, def.element) : schema;
  const found = path.split('.').reduce<Schema>(
    (schema, key) => {
      const inner = peel(schema, schema).def.shape?.[key];
      if (!inner) throw new Error(`The interchange format has no ${path}`);
      return inner;
    },
    PlanFile as unknown as Schema,
  );
  const max = (peel(found, found).def.shape?.['fi'] ?? peel(found, found)).maxLength;
  if (!max) throw new Error(`${path} has no bound`);
  return max;
}

/** Columns of `{ fi, sv?, en?, … }`, with their path in the interchange format. */
export const texts: [table: string, column: string, max: number][] = [
  ['Municipality', 'name', maxOf('municipality.name')],
  ['Plan', 'source', maxOf('plan.source')],
  ['Goal', 'shortName', maxOf('goals.shortName')],
  ['Goal', 'name', maxOf('goals.name')],
  ['TermMeasure', 'text', maxOf('goals.termMeasures.text')],
  ['TermMeasure', 'partiesText', maxOf('goals.termMeasures.partiesText')],
  ['Department', 'name', maxOf('departments.name')],
  ['Department', 'shortName', maxOf('departments.shortName')],
  ['IndicatorSet', 'name', maxOf('indicatorSets.name')],
  ['Indicator', 'name', maxOf('indicators.name')],
  ['Indicator', 'unit', maxOf('indicators.unit')],
  ['Indicator', 'source', maxOf('indicators.source')],
  ['Indicator', 'definition', maxOf('indicators.definition')],
  ['Indicator', 'regionName', maxOf('indicators.regionName')],
  ['IndicatorBreak', 'note', maxOf('indicators.breaks.note')],
  ['IndicatorValue', 'source', maxOf('indicators.values.source')],
  ['IndicatorValue', 'text', maxOf('indicators.values.text')],
  ['IndicatorValue', 'note', maxOf('indicators.values.note')],
  ['Measure', 'title', maxOf('measures.title')],
  ['Measure', 'officialText', maxOf('measures.officialText')],
  ['Round', 'name', maxOf('rounds.name')],
  ['Round', 'periodAssessed', maxOf('rounds.periodAssessed')],
  ...['Report', 'ReportRevision'].flatMap((table): [string, string, number][] => [
    [table, 'note', maxOf('measures.assignments.reports.note')],
    [table, 'evidence', maxOf('measures.assignments.reports.evidence')],
  ]),
  ['Finding', 'text', maxOf('findings.text')],
  ['Municipality', 'statement', 4000],
];

/** Plain text columns that may not be blank. */
export const phrases: [table: string, column: string, max: number][] = [
  ['Indicator', 'sourceId', maxOf('indicators.sourceId')],
  ['Indicator', 'licence', maxOf('indicators.licence')],
  ['IndicatorValue', 'sourceId', maxOf('indicators.values.sourceId')],
  ['IndicatorValue', 'licence', maxOf('indicators.values.licence')],
  ['Round', 'decisionSection', maxOf('rounds.decision.section')],
  ['Report', 'onBehalfOf', maxOf('measures.assignments.reports.onBehalfOf')],
  ['ReportRevision', 'onBehalfOf', maxOf('measures.assignments.reports.onBehalfOf')],
  ['User', 'displayName', 120],
  ['Display', 'room', 120],
  ['AuditEntry', 'action', 100],
  ['AuditEntry', 'subject', 200],
  ...accountPhrases,
  ...roundPhrases,
  ...displayPhrases,
];

const badTexts = (max: number) => [
  { fi: 'x'.repeat(max + 1) },
  { fi: 'x', sv: 'x'.repeat(max + 1) },
  { fi: ' ' },
  { fi: 'x', en: '' },
  { sv: 'x' },
  { fi: 1 },
  { fi: 'x', sv: null },
  { fi: 'x', deu: 'x' },
  { fi: 'x', DE: 'x' },
  { fi: 'x', 'de\n': 'x' },
  { fi: 'x', de: ' ' },
  { fi: 'x', de: 'x'.repeat(max + 1) },
  'x',
  ['x'],
  [{ fi: 'x' }],
];
const badSlugs = ['', 'Isot', 'ä', 'a b', '-a', 'a-', 'a--b', 'a\n', 'x'.repeat(61)];
const bad = (table: string, rule: string, ...changes: Row[]): BadRow[] =>
  changes.map((change): BadRow => [table, rule, change]);
const each = (tables: string, rule: string, ...changes: Row[]): BadRow[] =>
  tables.split(' ').flatMap((table) => bad(table, rule, ...changes));

/** Table, name of the rule, changes that make a good row bad. */
export const badRows: BadRow[] = [
  ...texts.flatMap(([table, column, max]) =>
    bad(table, column, ...badTexts(max).map((value) => ({ [column]: value, ...(column === 'text' && asText(table)) }))),
  ),
  ...phrases.flatMap(([table, column, max]) =>
    bad(table, column, ...['', ' \t', 'x'.repeat(max + 1)].map((value) => ({ [column]: value }))),
  ),
  ...['Municipality', 'Goal', 'Department', 'IndicatorSet', 'Indicator', 'Round', 'Finding'].flatMap((table) =>
    bad(table, 'slug', ...badSlugs.map((slug) => ({ slug }))),
  ),
  ...each('TermMeasure Measure', 'code', ...badSlugs.map((code) => ({ code }))),
  ...each(
    'Goal TermMeasure TermIndicator GoalIndicator Department IndicatorSet Indicator IndicatorValue Measure Assignment ' +
      'MeasureIndicator MeasureIndicatorSet Round Finding FindingIndicator FindingMeasure',
    'order',
    { order: -1 },
  ),
  ...each(
    'Municipality CouncilTerm Plan Goal TermMeasure Department IndicatorSet Indicator IndicatorValue IndicatorTarget ' +
      'Measure Assignment Round Report ReportRevision Finding User Membership Display',
    'version',
    { version: 0 },
  ),
  ...bad('Municipality', 'code', { code: '28' }, { code: '2866' }, { code: 'abc' }),
  ...bad('CouncilTerm', 'startYear', { startYear: 1999 }, { startYear: 2101 }),
  ...bad('CouncilTerm', 'endYear', { endYear: 1999 }, { endYear: 2101 }),
  ...bad('CouncilTerm', 'years', { startYear: 2025, endYear: 2024 }),
  ...bad('Plan', 'year', { year: 1999 }, { year: 2101 }),
  ...bad('Plan', 'revision', { revision: 0 }),
  ...bad('Plan', 'focus', { focus: {} }, { focus: 'x' }, { focus: ['x'] }, { focus: [{ fi: 'x' }, null] }),
  ...bad(
    'Plan',
    'focus',
    { focus: [{ fi: 'x'.repeat(maxOf('plan.focus') + 1) }] },
    { focus: Array(11).fill({ fi: 'x' }) },
  ),
  ...bad(
    'Department',
    'aliases',
    { aliases: null },
    { aliases: [''] },
    { aliases: [null] },
    { aliases: Array(21).fill('x') },
  ),
  ...bad('Department', 'aliases', { aliases: ['x'.repeat(maxOf('departments.aliases') + 1)] }),
  ...bad('Department', 'successor', { id: '00000000-0000-7000-8000-a00000000007' }),
  ...bad('Department', 'valid', { validFrom: '2024-12-31', validTo: '2024-12-30' }),
  ...bad('Indicator', 'decimals', { decimals: -1 }, { decimals: 7 }),
  ...[
    '20',
    '2022-13',
    '2022-1',
    '2024-2023',
    '2024-2024',
    '2022-12-01',
    '2022-07/2022-01',
    '2022-01/2022-13',
    '',
  ].flatMap((period) => each('IndicatorValue IndicatorTarget IndicatorBreak Finding', 'period', { period })),
  ...each(
    'IndicatorValue IndicatorTarget',
    'number',
    { number: 999_999_999_999.5 },
    { number: -999_999_999_999.5 },
    { number: 'NaN' },
  ),
  ...['2023', '2023-13', '2023-09-1', 'syksy'].flatMap((milestone) =>
    bad('IndicatorValue', 'milestone', { milestone, number: null, kind: 'milestone' }),
  ),
  ...bad('IndicatorValue', 'value', ...badValues()),
  ...['2023', 'syksy'].flatMap((milestone) => bad('IndicatorTarget', 'milestone', { milestone, number: null })),
  ...bad('IndicatorTarget', 'value', { number: null }, { milestone: '2025-09' }),
  ...bad('Indicator', 'sourceUrl', { sourceUrl: 'javascript:1' }, { sourceUrl: `https://${'x'.repeat(500)}` }),
  ...bad('Round', 'dates', { opensAt: null }, { closesAt: null }, { state: 'planned', opensAt: null, closesAt: null }),
  ...bad('Round', 'closes', { closesAt: '2024-03-01T00:00:00Z' }, { opensAt: '2024-06-01T00:00:00Z', state: 'closed' }),
  ...bad('Round', 'decision', { decisionDate: null }, { decisionSection: null }),
  ...each('Report ReportRevision', 'confirmed', { progress: null }),
  ...bad('Finding', 'ageGroups', { ageGroups: null }, { ageGroups: [null] }, { ageGroups: Array(5).fill('all_ages') }),
  ...badAccountRows,
  ...badRoundRows,
  ...badDisplayRows,
  ...each('Session Display', 'tokenHash', { tokenHash: '\\x0a' }),
  ...each('RoundSnapshot AuditEntry', 'hash', { hash: '\\x0a' }),
  ...bad('AuditEntry', 'previousHash', { previousHash: '\\x' }),
  ...bad('AuditEntry', 'sequence', { sequence: 0 }),
];

/** A text value needs its kind, otherwise another check refuses the row first. */
function asText(table: string): Row {
  return table === 'IndicatorValue' ? { kind: 'text', number: null } : {};
}

function badValues(): Row[] {
  const columns = { number: 1, yesNo: true, milestone: '2023-09', trend: 'up', text: { fi: 'x' } };
  const kinds = { number: 'number', yes_no: 'yesNo', milestone: 'milestone', trend: 'trend', text: 'text' };
  const none = { number: null };
  return Object.entries(kinds).flatMap(([kind, own]): Row[] => [
    { ...none, kind },
    ...Object.entries(columns).flatMap(([column, value]): Row[] =>
      column === own
        ? [{ ...none, kind, [column]: value, isMissing: true }]
        : [
            { ...none, kind, [column]: value },
            { ...none, kind, [column]: value, [own]: columns[own as keyof typeof columns] },
          ],
    ),
  ]);
}
