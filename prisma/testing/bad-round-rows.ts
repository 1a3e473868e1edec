import type { Row } from './rows.ts';

const bad = (table: string, rule: string, ...changes: Row[]): [string, string, Row][] =>
  changes.map((change): [string, string, Row] => [table, rule, change]);

/** Rows of rounds and reports that the database refuses: table, rule, changes that make a good row bad. */
export const badRoundRows: [table: string, rule: string, changes: Row][] = [
  ...bad('Round', 'closedAt', { closedAt: '2024-04-02T00:00:00Z' }),
  ...bad('RoundSnapshot', 'number', { number: 0 }),
  ...bad('RoundReopening', 'until', { until: '2020-01-01T00:00:00Z' }),
  ...bad('ReportRevision', 'figures', { figures: {} }, { figures: Array.from({ length: 31 }, () => ({})) }),
  ...bad('ReportDraft', 'note', { note: 'x'.repeat(10_001) }),
  ...bad('ReportDraft', 'evidence', { evidence: 'x'.repeat(10_001) }),
  ...bad('ReportDraft', 'onBehalfOf', { onBehalfOf: 'x'.repeat(501) }),
  ...bad('ReportDraft', 'figures', { figures: [] }, { figures: { a: 'x'.repeat(40_001) } }),
  ...bad('ReportDraft', 'figureVersions', { figureVersions: [] }, { figureVersions: { a: 'x'.repeat(40_001) } }),
  ...bad('ReportDraft', 'baseVersion', { baseVersion: -1 }),
  ...bad('ReportDraft', 'version', { version: 0 }),
  ...bad('ReportVisit', 'order', { lastAt: '2024-03-01T00:00:00Z' }),
  ...bad('Reminder', 'recipient', { recipient: 'aino@kunta.example' }, { recipient: 'user:x' }),
  ...bad('Reminder', 'addressKey', { addressKey: 'aino@kunta.example' }),
  ...bad('Reminder', 'sentAt', { state: 'queued', sentAt: '2024-03-02T00:00:00Z' }),
  ...bad('Notice', 'about', { assignmentId: null }),
  ...bad('Notice', 'comment', { commentId: null }),
  ...bad('NoticeMail', 'sentAt', { state: 'failed' }),
  ...bad('ReminderItem', 'missing', { missing: -1 }),
];

/** Plain text columns of rounds that may not be blank. */
export const roundPhrases: [table: string, column: string, max: number][] = [
  ['RoundReopening', 'reason', 500],
  ['ReportComment', 'text', 2000],
];
