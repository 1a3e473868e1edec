import { queryOptions } from '@tanstack/react-query';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import type { Reporting, Draft } from '@vointi/shared/report/contract.ts';
import {
  listReporting,
  approveDepartment,
  approveReport,
  confirmUnchanged,
  createComment,
  deleteDraft,
  recordVisit,
  saveDraft,
  submitReport,
} from '@vointi/shared/report/endpoints.ts';
import { call } from '../../lib/call.ts';
import { writtenFigures } from './check.ts';
import type { Entry } from './entry.ts';
import type { FormValues } from './form-values.ts';

export const reportingKey = ['reporting'] as const;

/** The department and the round whose form the address asks for. */
export type RequestedForm = { department?: string; municipality?: string; round?: string };

export type ReportingData = Reporting & {
  /** When the request started (milliseconds): later writes may be missing from it. */
  askedAt: number;
};

const often = 20_000;

/** The requested department's forms, else every form that the person may see. */
export const reportingQuery = ({ department, municipality }: RequestedForm) =>
  queryOptions({
    queryKey: [...reportingKey, municipality ?? '', department ?? ''],
    queryFn: async ({ signal }): Promise<ReportingData> => {
      const askedAt = Date.now();
      return {
        ...(await call(
          listReporting,
          { query: { ...(department && { department }), ...(municipality && { municipality }) } },
          signal,
        )),
        askedAt,
      };
    },
    // Shows what others write meanwhile; a hidden page does not ask.
    refetchInterval: often,
  });

export type DraftBody = BodyOf<typeof saveDraft>;
export type ReportBody = BodyOf<typeof submitReport>;
type ConfirmBody = BodyOf<typeof confirmUnchanged>;
type Confirmed = ResultOf<typeof confirmUnchanged>;

/** The writes of one reporting form: one round, one department. */
export type ReportingApi = {
  saveDraft: (assignmentId: string, body: DraftBody) => Promise<Draft>;
  deleteDraft: (assignmentId: string) => Promise<unknown>;
  submit: (assignmentId: string, body: ReportBody) => Promise<ResultOf<typeof submitReport>>;
  confirmRest: (body: ConfirmBody) => Promise<Confirmed>;
};

export const reportingApiOf = (roundId: string, department: string): ReportingApi => ({
  saveDraft: (assignmentId, body) => call(saveDraft, { params: { roundId, assignmentId }, body }),
  deleteDraft: (assignmentId) => call(deleteDraft, { params: { roundId, assignmentId } }),
  submit: (assignmentId, body) => call(submitReport, { params: { roundId, assignmentId }, body }),
  confirmRest: (body) =>
    call(confirmUnchanged, {
      params: { roundId, department },
      body,
    }),
});

type ApproveAllBody = BodyOf<typeof approveDepartment>;
export type ApprovedAll = ResultOf<typeof approveDepartment>;

export const sendApprovals = (roundId: string, department: string, body: ApproveAllBody): Promise<ApprovedAll> =>
  call(approveDepartment, { params: { roundId, department }, body });

export const sendComment = (roundId: string, assignmentId: string, text: string) =>
  call(createComment, { params: { roundId, assignmentId }, body: { text } });

export const sendVisit = (roundId: string, department: string) =>
  call(recordVisit, {
    params: { roundId, department },
  });

export const sendDecision = (roundId: string, assignmentId: string, body: BodyOf<typeof approveReport>) =>
  call(approveReport, { params: { roundId, assignmentId }, body });

const textOrNull = (text: string) => (text.trim() === '' ? null : { fi: text.trim() });
export const lineOrNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The body of a row without problems. */
export function answerBody(entry: Entry, values: FormValues): ReportBody {
  const { progress, note, evidence, onBehalfOf } = values;
  if (progress === null) throw new Error('A row without a light cannot be sent.');
  return {
    kind: 'answer',
    version: entry.baseVersion,
    progress,
    note: textOrNull(note),
    evidence: textOrNull(evidence),
    figures: writtenFigures(entry, values).flatMap(({ figure, value }) => {
      const version = entry.figureVersions[figure.indicator] ?? figure.version;
      return value ? [{ indicator: figure.indicator, version, ...value }] : [];
    }),
    onBehalfOf: lineOrNull(onBehalfOf),
  };
}

export const draftBody = ({ draftVersion, baseVersion }: Entry, values: FormValues): DraftBody => ({
  version: draftVersion,
  baseVersion,
  ...values,
});
