import type { LightMyRequestResponse as Answer } from 'fastify';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { ask } from '../../testing/ask.ts';
import type { SignedIn } from '../../testing/sign-in.ts';
import type { TestApp } from '../../testing/test-app.ts';

type AnswerKey = { roundId: string; assignmentId: string };

/** An answer as the web application sends it. */
export const answerOf = (version: number, note: string | null, more: object = {}) => ({
  kind: 'answer' as const,
  version,
  progress: 'in_progress' as const,
  note: note === null ? null : { fi: note },
  evidence: null,
  figures: [],
  onBehalfOf: null,
  ...more,
});
export const confirmationOf = (version: number, onBehalfOf: string | null = null) => ({
  kind: 'confirm' as const,
  version,
  onBehalfOf,
});
export const draftOf = (version: number, note: string, more: object = {}) => ({
  version,
  baseVersion: 0,
  progress: null,
  note,
  evidence: '',
  figures: {},
  onBehalfOf: '',
  ...more,
});

/** The requests of the reporting page for one assignment. */
export function reporting(test: Pick<TestApp, 'app'>, who: SignedIn, params: AnswerKey) {
  const to = (contract: (typeof reportWriteApi)[keyof typeof reportWriteApi], body?: object): Promise<Answer> =>
    ask(test, who, contract, { params, ...(body && { body }) } as never);
  return {
    submit: (body: object) => to(reportWriteApi.submit, body),
    saveDraft: (body: object) => to(reportWriteApi.saveDraft, body),
    deleteDraft: () => to(reportWriteApi.deleteDraft),
    approve: (body: object) => to(reportWriteApi.approve, body),
    comment: (text: string) => to(reportWriteApi.comment, { text }),
  };
}

export const revisionsOf = ({ db }: Pick<TestApp, 'db'>, { roundId, assignmentId }: AnswerKey) =>
  db.reportRevision.findMany({ where: { report: { roundId, assignmentId } }, orderBy: { version: 'asc' } });
