import type { Draft } from '@vointi/shared/report/contract.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { send } from '../../lib/call.ts';
import type { Call, Result } from '@vointi/shared/http/route.ts';

type Api = typeof reportWriteApi;
type BodyOf<K extends keyof Api> = Call<Api[K]>['body' & keyof Call<Api[K]>];

export type DraftBody = BodyOf<'saveDraft'>;
export type ReportBody = BodyOf<'submit'>;
type ConfirmBody = BodyOf<'confirmRest'>;
type Confirmed = Result<Api['confirmRest']>;

/** What a desk writes, of one round and one department. */
export type DeskApi = {
  saveDraft: (assignmentId: string, body: DraftBody) => Promise<Draft>;
  deleteDraft: (assignmentId: string) => Promise<unknown>;
  submit: (assignmentId: string, body: ReportBody) => Promise<Result<Api['submit']>>;
  confirmRest: (body: ConfirmBody) => Promise<Confirmed>;
};

const assignment = '/api/v1/rounds/:roundId/assignments/:assignmentId' as const;

export const deskApiOf = (roundId: string, department: string): DeskApi => ({
  saveDraft: (assignmentId, body) =>
    send<Api['saveDraft']>(`${assignment}/draft`, 'PUT', { params: { roundId, assignmentId }, body }),
  deleteDraft: (assignmentId) =>
    send<Api['deleteDraft']>(`${assignment}/draft`, 'DELETE', { params: { roundId, assignmentId } }),
  submit: (assignmentId, body) =>
    send<Api['submit']>(`${assignment}/report`, 'PUT', { params: { roundId, assignmentId }, body }),
  confirmRest: (body) =>
    send<Api['confirmRest']>('/api/v1/rounds/:roundId/departments/:department/confirmations', 'POST', {
      params: { roundId, department },
      body,
    }),
});

export const sendComment = (roundId: string, assignmentId: string, text: string) =>
  send<Api['comment']>(`${assignment}/comments`, 'POST', { params: { roundId, assignmentId }, body: { text } });

export const sendVisit = (roundId: string, department: string) =>
  send<Api['visit']>('/api/v1/rounds/:roundId/departments/:department/visits', 'POST', {
    params: { roundId, department },
  });

export const sendDecision = (roundId: string, assignmentId: string, body: BodyOf<'approve'>) =>
  send<Api['approve']>(`${assignment}/approval`, 'POST', { params: { roundId, assignmentId }, body });
