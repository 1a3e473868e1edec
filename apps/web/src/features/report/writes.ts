import type { Draft } from '@vointi/shared/report/contract.ts';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import {
  approveReport,
  confirmUnchanged,
  createComment,
  deleteDraft,
  recordVisit,
  saveDraft,
  submitReport,
} from '@vointi/shared/report/endpoints.ts';
import { call } from '../../lib/call.ts';

export type DraftBody = BodyOf<typeof saveDraft>;
export type ReportBody = BodyOf<typeof submitReport>;
type ConfirmBody = BodyOf<typeof confirmUnchanged>;
type Confirmed = ResultOf<typeof confirmUnchanged>;

/** What a desk writes, of one round and one department. */
export type DeskApi = {
  saveDraft: (assignmentId: string, body: DraftBody) => Promise<Draft>;
  deleteDraft: (assignmentId: string) => Promise<unknown>;
  submit: (assignmentId: string, body: ReportBody) => Promise<ResultOf<typeof submitReport>>;
  confirmRest: (body: ConfirmBody) => Promise<Confirmed>;
};

export const deskApiOf = (roundId: string, department: string): DeskApi => ({
  saveDraft: (assignmentId, body) => call(saveDraft, { params: { roundId, assignmentId }, body }),
  deleteDraft: (assignmentId) => call(deleteDraft, { params: { roundId, assignmentId } }),
  submit: (assignmentId, body) => call(submitReport, { params: { roundId, assignmentId }, body }),
  confirmRest: (body) =>
    call(confirmUnchanged, {
      params: { roundId, department },
      body,
    }),
});

export const sendComment = (roundId: string, assignmentId: string, text: string) =>
  call(createComment, { params: { roundId, assignmentId }, body: { text } });

export const sendVisit = (roundId: string, department: string) =>
  call(recordVisit, {
    params: { roundId, department },
  });

export const sendDecision = (roundId: string, assignmentId: string, body: BodyOf<typeof approveReport>) =>
  call(approveReport, { params: { roundId, assignmentId }, body });
