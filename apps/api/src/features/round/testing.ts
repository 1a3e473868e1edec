import type { LightMyRequestResponse as Answer } from 'fastify';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import { type ManagedRound, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import type { TestApp } from '../../testing/test-app.ts';

/** The clock of these tests: a Tuesday, two days before the first day of their rounds. */
export const today = new Date('2027-02-02T10:00:00Z');
export const fields = {
  name: { fi: 'Kevät 2027' },
  periodAssessed: { fi: 'syksy 2026' },
  opensOn: '2027-02-04',
  closesOn: '2027-02-28',
};

/** The requests with which a coordinator of Kouvola manages rounds. */
export async function signInCoordinator(test: TestApp, at = today) {
  const who: SignedIn = await signIn(test, { role: 'coordinator', at });
  const kouvola = { slug: 'kouvola' };
  const to = <R extends (typeof roundManageApi)[keyof typeof roundManageApi]>(
    contract: R,
    params: object,
    body?: object,
  ): Promise<Answer> => ask(test, who, contract, { params: { ...kouvola, ...params }, ...(body && { body }) } as never);
  return {
    who,
    create: (more = {}, year = '2024') => to(roundManageApi.create, { year }, { ...fields, ...more }),
    update: (roundId: string, body: object) => to(roundManageApi.update, { roundId }, body),
    remove: (roundId: string) => to(roundManageApi.delete, { roundId }),
    open: ({ id: roundId, version }: ManagedRound) => to(roundManageApi.open, { roundId }, { version }),
    close: ({ id: roundId, version }: ManagedRound) => to(roundManageApi.close, { roundId }, { version }),
    reopen: (roundId: string, body: object) => to(roundManageApi.reopen, { roundId }, body),
    closeReopening: (roundId: string, id: string) => to(roundManageApi.closeReopening, { roundId, id }),
    list: () => to(roundManageApi.list, {}),
    get: (roundId: string) => to(roundManageApi.get, { roundId }),
  };
}

/** When each waiting job runs, by its key. */
export async function waitingJobs({ db }: Pick<TestApp, 'db'>): Promise<Record<string, Date>> {
  const jobs = await db.$queryRaw<{ key: string; run_at: Date }[]>`
    select key, run_at from graphile_worker.jobs where key is not null`;
  return Object.fromEntries(jobs.map(({ key, run_at }) => [key, run_at]));
}

export const auditOfRound = async ({ db }: Pick<TestApp, 'db'>, id: string) =>
  (await db.auditEntry.findMany({ where: { subject: `round:${id}` }, orderBy: { sequence: 'asc' } })).map(
    ({ action, before, after }) => ({ action: action as AuditAction, before, after }),
  );

type SeededAnswers = {
  progress?: Progress;
  confirmed?: boolean;
  at?: Date;
  note?: string;
  take: number;
  /** All departments when absent. */
  department?: string;
  skip?: number;
};

/** Answers of Kouvola's departments, written to the database as a submission would leave them. */
export async function addAnswers({ db }: Pick<TestApp, 'db'>, roundId: string, answers: SeededAnswers) {
  const { municipalityId, planId } = await db.round.findUniqueOrThrow({ where: { id: roundId } });
  const { progress = 'in_progress', confirmed = false, at = today, note, take, skip = 0, department } = answers;
  const assignments = await db.assignment.findMany({
    where: { measure: { planId }, ...(department !== undefined && { department: { slug: department } }) },
    orderBy: { id: 'asc' },
    take,
    skip,
    include: { department: true, measure: true },
  });
  await db.report.createMany({
    data: assignments.map(({ id: assignmentId }) => ({
      municipalityId,
      roundId,
      assignmentId,
      progress,
      confirmed,
      submittedAt: at,
      ...(note !== undefined && { note: { fi: note } }),
    })),
  });
  return assignments;
}
