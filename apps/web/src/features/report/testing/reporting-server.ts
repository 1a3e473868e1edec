import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import type { Draft, FigureValue, ReportingForm, ReportingRow } from '@vointi/shared/report/contract.ts';
import type { saveDraft, submitReport } from '@vointi/shared/report/endpoints.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { refusal, type SentRequest } from '../../../testing/stub-fetch.ts';
import { makeDraft, makeForm, makeReport } from './rows.ts';

type ReportBody = BodyOf<typeof submitReport>;
type Answer = Extract<ReportBody, { kind: 'answer' }>;

const reported = ({ assignmentId, state, waitingSince, report, draft, figures }: ReportingRow): ReportedRow => ({
  assignmentId,
  state,
  waitingSince,
  report,
  draft,
  figures: figures.map(({ indicator, value, version }) => ({ indicator, value, version })),
});

/** The API of one form of an open round, which keeps drafts and answers, and refuses an answer to an older version. */
export function reportingServer(rows: readonly ReportingRow[]) {
  // The page keeps a form open by its round: each test has its own.
  const id = crypto.randomUUID();
  const round: ReportingForm['round'] = {
    id,
    slug: 'nyt',
    name: { fi: 'Syksyn kierros' },
    periodAssessed: { fi: 'syksy' },
    state: 'open',
    opensAt: '2024-04-01T00:00:00.000Z',
    closesAt: null,
  };
  const kept = new Map(rows.map((row) => [row.assignmentId, row]));
  const rowOf = (assignmentId: string) => kept.get(assignmentId)!;

  const answer = (row: ReportingRow, body: ReportBody, author: string): ReportingRow => {
    const answer = body.kind === 'answer' ? body : { ...row.previous!, figures: [] as Answer['figures'] };
    const { progress, note, evidence } = answer;
    const next: ReportingRow = {
      ...row,
      state: body.kind === 'answer' ? 'answered' : 'confirmed',
      draft: null,
      report: makeReport({
        ...{ progress, note, evidence, author },
        version: (row.report?.version ?? 0) + 1,
        confirmed: body.kind === 'confirm',
      }),
      figures: row.figures.map((figure) => {
        const value = answer.figures.find(({ indicator }) => indicator === figure.indicator);
        if (!value) return figure;
        return {
          ...figure,
          value: { kind: value.kind, value: value.value } as FigureValue,
          version: figure.version + 1,
        };
      }),
    };
    kept.set(row.assignmentId, next);
    return next;
  };

  const draft = (row: ReportingRow, body: BodyOf<typeof saveDraft>): Draft => {
    const saved = makeDraft({ ...body, version: body.version + 1 });
    kept.set(row.assignmentId, { ...row, draft: saved });
    return saved;
  };

  return {
    /** Another person of the department answers. */
    answerMeanwhile: (assignmentId: string, body: Omit<Answer, 'kind' | 'version' | 'figures' | 'onBehalfOf'>) =>
      answer(rowOf(assignmentId), { kind: 'answer', version: 0, figures: [], onBehalfOf: null, ...body }, 'Maija'),
    respond: ({ method, path, body }: SentRequest): Response | undefined => {
      if (path === '/api/v1/reporting') return Response.json({ desks: [makeForm([...kept.values()], { round })] });
      const [, assignmentId = '', what] = /\/assignments\/([^/]+)\/(\w+)$/.exec(path) ?? [];
      if (what === undefined) return path.endsWith('/visits') ? Response.json({ ok: true }) : undefined;
      const row = rowOf(decodeURIComponent(assignmentId));
      if (what === 'draft')
        return Response.json(method === 'DELETE' ? { ok: true } : draft(row, body as BodyOf<typeof saveDraft>));
      const submission = body as ReportBody;
      return submission.version === (row.report?.version ?? 0)
        ? Response.json(reported(answer(row, submission, 'Aino')))
        : refusal({ status: 409, code: 'conflict', current: reported(row) });
    },
  };
}
