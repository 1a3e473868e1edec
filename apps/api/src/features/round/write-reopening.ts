import * as z from 'zod';
import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ManagedRound, Reopening, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { helsinkiDay, helsinkiDayEnd } from '@vointi/shared/text/helsinki.ts';
import { lockRound } from '../../platform/round-lock.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { longTransaction, mutate, system, unchanged } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { refSelect, toRef } from '../department/public.ts';
import { takeSnapshot } from '../plan/public.ts';
import { createReopeningNotices } from '../reminder/public.ts';
import { readRound, toManaged } from './rows.ts';
import { scheduleEnd } from './schedule.ts';

export const reopeningSelect = {
  id: true,
  reason: true,
  until: true,
  createdAt: true,
  department: { select: refSelect },
  author: { select: { displayName: true } },
} satisfies Prisma.RoundReopeningSelect;
type StoredReopening = Prisma.RoundReopeningGetPayload<{ select: typeof reopeningSelect }>;

export const toReopening = ({ id, reason, until, createdAt, department, author }: StoredReopening): Reopening => ({
  id,
  department: toRef(department),
  reason,
  untilOn: helsinkiDay(new Date(until.getTime() - 1)),
  author: author.displayName,
  createdAt: createdAt.toISOString(),
});

const reopening = {
  action: ['round.reopen', 'round.freeze'],
  touches: 'plans',
  lock: 'municipality',
  limits: longTransaction,
} as const;
const ending = { ...reopening, action: 'round.freeze' } as const;

export const reopenRound = (
  context: Context,
  request: MunicipalityRequest,
  roundId: string,
  { department: slug, reason, untilOn }: Input<typeof roundManageApi.reopen>['body'],
): Promise<Reopening> =>
  mutate(context, request, reopening, async (tx) => {
    const { municipalityId, at, actor } = request;
    const round = await readRound(tx, request, roundId);
    if (round.state !== 'closed') throw refused('params.roundId', 'round_not_closed');
    const until = helsinkiDayEnd(untilOn);
    if (until <= at) throw refused('body.untilOn', 'day_past');
    const department = await tx.department.findFirst({
      where: { municipalityId, slug, assignments: { some: { measure: { planId: round.planId } } } },
      select: { id: true },
    });
    if (!department) throw refused('body.department', 'department_unknown');
    const { id: departmentId } = department;
    const former = await tx.roundReopening.findFirst({ where: { roundId, departmentId, endedAt: null } });
    if (former && former.until > at) throw refused('body.department', 'already_there');
    const ended = former ? [{ ...(await endIn(tx, former, at)), action: 'round.freeze' as const, actorId: null }] : [];
    const { userId: authorId } = personOf(actor);
    const created = await tx.roundReopening.create({
      data: { municipalityId, roundId, departmentId, reason, authorId, until, createdAt: at },
      select: reopeningSelect,
    });
    await scheduleEnd(tx, at, created);
    await createReopeningNotices(tx, at, { municipalityId, roundId, departmentId, until });
    const after = { reopening: created.id, department: slug, untilOn };
    return {
      result: toReopening(created),
      audit: [...ended, { action: 'round.reopen', subject: `round:${roundId}`, after }],
      touched: former !== null,
    };
  });

type ReopeningKey = { id: string; roundId: string; municipalityId: string };

/** Ends the department's reopening and takes a new snapshot of the round. @returns the audit row */
async function endIn(tx: Tx, { id, roundId, municipalityId }: ReopeningKey, at: Date) {
  await lockRound(tx, { roundId, municipalityId });
  const ended = await tx.roundReopening.update({
    where: { id, municipalityId },
    data: { endedAt: at },
    select: { createdAt: true, departmentId: true, department: { select: { slug: true } } },
  });
  const { createdAt: since, departmentId, department } = ended;
  const reopened = { department: department.slug, departmentId, since };
  const { number, hash, counts } = await takeSnapshot(tx, roundId, at, reopened);
  return { subject: `round:${roundId}`, after: { reopening: id, number, hash, counts } };
}

export const closeReopening = (
  context: Context,
  request: MunicipalityRequest,
  roundId: string,
  id: string,
): Promise<ManagedRound> =>
  mutate(context, request, ending, async (tx) => {
    const { municipalityId } = request;
    const read = async () => toManaged(await readRound(tx, request, roundId), true);
    const reopening = await tx.roundReopening.findFirst({ where: { id, roundId, municipalityId } });
    if (!reopening) throw new AppError('not_found');
    // It has ended already, so the request is fulfilled.
    if (reopening.endedAt !== null) return unchanged(await read());
    const at = context.now();
    const audit = await endIn(tx, reopening, at);
    return { result: await read(), audit, at };
  });

const EndJob = z.object({ reopeningId: z.uuid() });

/** Runs at the end of the reopening's last day. */
export const endReopeningTask =
  (context: Context): Task =>
  async (payload) => {
    const { reopeningId: id } = EndJob.parse(payload);
    const owner = await context.db.roundReopening.findUnique({ where: { id }, select: { municipalityId: true } });
    if (!owner) return;
    await mutate(context, { ...system(context.now()), ...owner }, ending, async (tx) => {
      const reopening = await tx.roundReopening.findUnique({ where: { id } });
      if (!reopening || reopening.endedAt !== null) return unchanged(undefined);
      const at = context.now();
      if (reopening.until <= at) return { result: undefined, audit: await endIn(tx, reopening, at), at };
      await scheduleEnd(tx, at, reopening);
      return unchanged(undefined);
    });
  };
