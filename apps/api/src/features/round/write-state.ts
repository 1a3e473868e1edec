import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { longTransaction, mutate, system, unchanged } from '../../platform/mutate.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { takeSnapshot } from '../plan/public.ts';
import { createRoundNotices, scheduleReminders, stopReminders } from '../reminder/public.ts';
import { readRound, type StoredRound, toManaged } from './rows.ts';
import { cancelOpening, scheduleOpening } from './schedule.ts';
import { lockedNow, readVersion } from './write.ts';

/** Why the round cannot open now; undefined when it can. */
async function openBlocker(tx: Tx, { planId, state, closesAt }: StoredRound, at: Date) {
  if (state !== 'planned') return 'round_begun' as const;
  if ((await tx.round.count({ where: { planId, state: 'open' } })) > 0) return 'round_open_already' as const;
  return closesAt && closesAt <= at ? ('day_past' as const) : undefined;
}

/** The order of rounds follows when they open, not when they were planned. */
async function orderWhenOpen(tx: Tx, { planId, order }: StoredRound): Promise<number> {
  const rounds = await tx.round.findMany({ where: { planId }, select: { order: true, state: true } });
  const isBehind = rounds.some((other) => other.state !== 'planned' && other.order > order);
  return isBehind ? Math.max(...rounds.map((other) => other.order)) + 1 : order;
}

/** Opens the round. @returns the audit row */
async function setOpen(tx: Tx, round: StoredRound, at: Date) {
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
  await createRoundNotices(tx, at, opened, 'round_opened');
  return { subject: `round:${id}`, before: { version }, after: { version: opened.version } };
}

const opening = { action: 'round.open', touches: 'plans', lock: 'municipality' } as const;

export const openRound = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  version: number,
): Promise<ManagedRound> =>
  mutate(context, request, opening, async (tx) => {
    const { at } = request;
    const round = await readVersion(tx, request, id, version);
    const reason = await openBlocker(tx, round, at);
    if (reason) throw refused('params.roundId', reason);
    const audit = await setOpen(tx, round, at);
    return { result: toManaged(await readRound(tx, request, id), true), audit };
  });

const OpenJob = z.object({ roundId: z.uuid() });

/** Runs at the beginning of the round's first day. A round that waits for another opens when the other closes. */
export const openRoundTask =
  (context: Context): Task =>
  async (payload) => {
    const { roundId } = OpenJob.parse(payload);
    const owner = await context.db.round.findUnique({ where: { id: roundId }, select: { municipalityId: true } });
    if (!owner) return;
    await mutate(context, { ...system(context.now()), ...owner }, opening, async (tx) => {
      const round = await readRound(tx, owner, roundId).catch(undefinedWhenDeleted);
      const at = context.now();
      if (!round?.opensAt || (await openBlocker(tx, round, at))) return unchanged(undefined);
      if (round.opensAt <= at) return { result: undefined, audit: await setOpen(tx, round, at), at };
      await scheduleOpening(tx, at, round);
      return unchanged(undefined);
    });
  };

const undefinedWhenDeleted = (error: unknown) => {
  if (error instanceof AppError && error.code === 'not_found') return undefined;
  throw error;
};

export function closeRound(
  context: Context,
  request: MunicipalityRequest,
  id: string,
  version: number,
): Promise<ManagedRound> {
  const closing = {
    action: 'round.close',
    touches: 'plans',
    lock: ['municipality', { round: id }],
    limits: longTransaction,
  } as const;
  return mutate(context, request, closing, async (tx) => {
    const { municipalityId } = request;
    const round = await readVersion(tx, request, id, version);
    // The time is taken after the lock, so that it is later than every answer that was accepted.
    const at = context.now();
    if (round.state !== 'open') throw lockedNow(round, at);
    await tx.round.update({
      where: { id, municipalityId },
      data: { state: 'closed', closedAt: at, version: { increment: 1 } },
    });
    const { number, hash, counts } = await takeSnapshot(tx, id, at);
    await stopReminders(tx, id);
    await openNext(tx, round.planId, at);
    const closed = toManaged(await readRound(tx, request, id), true);
    return {
      result: closed,
      audit: {
        subject: `round:${id}`,
        before: { version },
        after: { version: closed.version, number, hash, counts },
      },
      at,
    };
  });
}

/** Opens the round whose first day came while this one was still open. */
async function openNext(tx: Tx, planId: string, at: Date): Promise<void> {
  const next = await tx.round.findFirst({
    where: { planId, state: 'planned', opensAt: { lte: at }, closesAt: { gt: at } },
    orderBy: { opensAt: 'asc' },
  });
  if (next) await scheduleOpening(tx, at, next);
}
