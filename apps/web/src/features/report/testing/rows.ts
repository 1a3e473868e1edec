import type { ReportingForm, Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';

const at = '2024-04-12T12:04:00.000Z';

type Sent = { sentAt: string | null };
/** When the newest of the answers was sent that wait for approval. */
const newestOf = (drafts: readonly (Sent | null | undefined)[]) =>
  drafts
    .flatMap((draft) => draft?.sentAt ?? [])
    .toSorted()
    .at(-1) ?? null;

export const makeRow = (assignmentId: string, overrides: Partial<ReportingRow> = {}): ReportingRow => ({
  assignmentId,
  measure: { code: assignmentId, title: { fi: assignmentId }, goal: { fi: 'Tavoite' }, isNew: false },
  others: [],
  previous: {
    round: { fi: 'Syksy 2023' },
    progress: 'in_progress',
    note: { fi: 'Jatkuu.' },
    evidence: null,
    reportedAt: '2023-11-12T10:00:00.000Z',
  },
  report: null,
  state: 'missing',
  waitingSince: newestOf([overrides.draft, ...(overrides.otherDrafts ?? [])]),
  draft: null,
  otherDrafts: [],
  unsent: [],
  figures: [],
  comments: [],
  ...overrides,
});

export const makeReport = (overrides: Partial<NonNullable<ReportingRow['report']>> = {}): ReportingRow['report'] => ({
  version: 1,
  progress: 'in_progress',
  note: { fi: 'Maijan teksti.' },
  evidence: null,
  confirmed: false,
  onBehalfOf: null,
  reportedAt: at,
  author: 'Maija Mallinen',
  ...overrides,
});

export const makeDraft = (overrides: Partial<Draft> = {}): Draft => ({
  id: 'draft',
  version: 1,
  baseVersion: 0,
  progress: 'done',
  note: 'Luonnos.',
  evidence: '',
  figures: {},
  figureVersions: null,
  confirmed: false,
  onBehalfOf: '',
  updatedAt: at,
  sentAt: null,
  returnedAt: null,
  ...overrides,
});

export const makeReported = (assignmentId: string, overrides: Partial<ReportedRow> = {}): ReportedRow => ({
  assignmentId,
  state: 'answered',
  waitingSince: newestOf([overrides.draft]),
  report: makeReport(),
  draft: null,
  figures: [],
  ...overrides,
});

export const makeForm = (rows: ReportingRow[], overrides: Partial<ReportingForm> = {}): ReportingForm => ({
  municipality: { slug: 'kouvola', name: { fi: 'Kouvola' } },
  year: 2024,
  round: null,
  department: { slug: 'nuoriso', kind: 'department', name: { fi: 'Nuoriso' }, shortName: null },
  lock: { isOpen: true, until: null, isReopened: false },
  approvalStep: false,
  needsOnBehalfOf: false,
  counts: { answered: 0, confirmed: 0, late: 0, missing: rows.length, total: rows.length, waiting: 0 },
  can: { report: true, approve: false, comment: true },
  rows,
  ...overrides,
});
