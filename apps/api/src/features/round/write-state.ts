import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { personOf } from '../../platform/serve.ts';
import { lockRound } from '../../platform/round-lock.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { takeSnapshot, touchPlans } from '../plan/public.ts';
import { scheduleReminders, stopReminders } from '../reminder/public.ts';
import { type Managing, readRound, type StoredRound, toManaged } from './rows.ts';
import { cancelOpening, scheduleOpening } from './schedule.ts';
import { auditRound, lockedNow, readSeen } from './write.ts';

/** Answers under way are waited for, and a large plan is copied. */
export const patient = { maxWait: 10_000, timeout: 30_000 };

type By = { at: Date; actorId: string | null; requestId: string | null };

/** Why it cannot open now; undefined when it can. */
async function hindrance(tx: Tx, { planId, state, closesAt }: StoredRound, at: Date) {
  if (state !== 'planned') return 'round_begun' as const;
  if ((await tx.round.count({ where: { planId, state: 'open' } })) > 0) return 'round_open_already' as const;
  return closesAt && closesAt <= at ? ('day_past' as const) : undefined;
}

/** The plan's latest round is the last of those that have begun, whichever was planned first. */
async function orderWhenOpen(tx: Tx, { planId, order }: StoredRound): Promise<number> {
  const rounds = await tx.round.findMany({ where: { planId }, select: { order: true, state: true } });
  const isBehind = rounds.some((other) => other.state !== 'planned' && other.order > order);
  return isBehind ? Math.max(...rounds.map((other) => other.order)) + 1 : order;
}

async function setOpen(tx: Tx, round: StoredRound, { at, actorId, requestId }: By): Promise<void> {
  const { id, municipalityId, opensAt, version } = round;
  const opened = await tx.round.update({
    where: { id, municipalityId },
    data: {
      state: 'open',
      order: await orderWhenOpen(tx, round),
      opensAt: opensAt && opensAt < at ? opensAt : at,
      version: { increment: 1 },
    },
  });
  await cancelOpening(tx, id);
  await scheduleReminders(tx, at, opened);
  await touchPlans(tx, municipalityId, { at });
  await writeAudit(tx, at, {
    municipalityId,
    actorId,
    action: 'round.open',
    subject: `round:${id}`,
    before: { version },
    after: { version: opened.version },
    requestId,
  });
}

export const openRound = ({ db }: Context, managing: Managing, id: string, version: number) =>
  db.$transaction(async (tx): Promise<ManagedRound> => {
    const { municipalityId, at, actor, requestId } = managing;
    await lockMunicipality(tx, municipalityId);
    const round = await readSeen(tx, managing, id, version);
    const reason = await hindrance(tx, round, at);
    if (reason) throw refused('params.roundId', reason);
    await setOpen(tx, round, { at, actorId: personOf(actor).userId, requestId });
    return toManaged(await readRound(tx, managing, id), true);
  });

const OpenJob = z.object({ roundId: z.uuid() });

/** At the beginning of its first day. One that waits for another to be closed is opened when that is. */
export const openRoundTask =
  ({ db, now }: Context): Task =>
  async (payload) => {
    const { roundId } = OpenJob.parse(payload);
    const found = await db.round.findUnique({ where: { id: roundId }, select: { municipalityId: true } });
    if (!found) return;
    await db.$transaction(async (tx) => {
      await lockMunicipality(tx, found.municipalityId);
      const round = await readRound(tx, found, roundId).catch(gone);
      const at = now();
      if (!round?.opensAt || (await hindrance(tx, round, at))) return;
      if (round.opensAt > at) await scheduleOpening(tx, at, round);
      else await setOpen(tx, round, { at, actorId: null, requestId: null });
    });
  };

const gone = (error: unknown) => {
  if (error instanceof AppError && error.code === 'not_found') return undefined;
  throw error;
};

export const closeRound = ({ db, now }: Context, managing: Managing, id: string, version: number) =>
  db.$transaction(async (tx): Promise<ManagedRound> => {
    const { municipalityId } = managing;
    await lockMunicipality(tx, municipalityId);
    await lockRound(tx, { roundId: id, municipalityId });
    const round = await readSeen(tx, managing, id, version);
    // Later than the last answer that was let in before.
    const at = now();
    if (round.state !== 'open') throw lockedNow(round, at);
    await tx.round.update({
      where: { id, municipalityId },
      data: { state: 'closed', closedAt: at, version: { increment: 1 } },
    });
    const { number, hash, counts } = await takeSnapshot(tx, id, at);
    await stopReminders(tx, id);
    await openNext(tx, round.planId, at);
    await touchPlans(tx, municipalityId, { at });
    const closed = toManaged(await readRound(tx, managing, id), true);
    await auditRound(tx, { ...managing, at }, id, {
      action: 'round.close',
      before: { version },
      after: { version: closed.version, number, hash, counts },
    });
    return closed;
  }, patient);

/** The round whose first day came while this one was still open. */
async function openNext(tx: Tx, planId: string, at: Date): Promise<void> {
  const next = await tx.round.findFirst({
    where: { planId, state: 'planned', opensAt: { lte: at }, closesAt: { gt: at } },
    orderBy: { opensAt: 'asc' },
  });
  if (next) await scheduleOpening(tx, at, next);
}
