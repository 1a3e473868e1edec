import type { Row } from './rows.ts';

const bad = (table: string, rule: string, ...changes: Row[]): [string, string, Row][] =>
  changes.map((change): [string, string, Row] => [table, rule, change]);

/** Rows of screens and decisions that the database refuses: table, rule, changes that make a good row bad. */
export const badDisplayRows: [table: string, rule: string, changes: Row][] = [
  ...bad('Display', 'scenes', { scenes: null }, { scenes: [] }, { scenes: Array(7).fill('plan') }),
  ...bad('Display', 'seconds', { seconds: 9 }, { seconds: 121 }),
  ...bad('Display', 'night', { nightTo: null }, { nightFrom: null }, { nightFrom: '24:00' }, { nightTo: '6:30' }),
  ...bad('Display', 'language', { language: 'deu' }),
  ...bad('Display', 'year', { year: 1999 }, { year: 2100 }),
  ...bad('Display', 'presenter', { presenter: [] }, { presenter: { measure: 'x'.repeat(1000) } }),
  ...bad(
    'DisplayPairing',
    'code',
    { code: 'ABCD234' },
    { code: 'ABCD2340' },
    { code: 'abcd2345' },
    { code: 'ABCD234L' },
  ),
  ...bad('DisplayPairing', 'tokenHash', { tokenHash: '\\x0a' }),
  ...bad('DisplayPairing', 'expiresAt', { createdAt: '2030-01-01T00:00:00Z' }),
  ...bad('MeasureDecision', 'measureCode', { measureCode: 'Isot' }, { measureCode: '' }),
  ...bad('MeasureDecision', 'version', { version: 0 }),
];

/** Plain text columns of screens and decisions that may not be blank. */
export const displayPhrases: [table: string, column: string, max: number][] = [
  ['MeasureDecision', 'text', 2000],
  ['MeasureDecision', 'meeting', 120],
];
