import * as z from 'zod';
import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ManagedRound, Reopening, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { helsinkiDay, helsinkiDayEnd } from '@vointi/shared/text/helsinki.ts';
import { lockRound } from '../../platform/round-lock.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { personOf } from '../../platform/serve.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { refSelect, toRef } from '../department/public.ts';
import { takeSnapshot, touchPlans } from '../plan/public.ts';
import { type Managing, readRound, toManaged } from './rows.ts';
import { scheduleEnd } from './schedule.ts';
import { patient } from './write-state.ts';
import { auditRound } from './write.ts';

export const reopeningSelect = {
  id: true,
  reason: true,
  until: true,
  createdAt: true,
  department: { select: refSelect },
  author: { select: { displayName: true } },
} satisfies Prisma.RoundReopeningSelect;
type Stored = Prisma.RoundReopeningGetPayload<{ select: typeof reopeningSelect }>;

export const toReopening = ({ id, reason, until, createdAt, department, author }: Stored): Reopening => ({
  id,
  department: toRef(department),
  reason,
  untilOn: helsinkiDay(new Date(until.getTime() - 1)),
  author: author.displayName,
  createdAt: createdAt.toISOString(),
});

export const reopenRound = (
  { db }: Context,
  managing: Managing,
  roundId: string,
  { department: slug, reason, untilOn }: Input<typeof roundManageApi.reopen>['body'],
) =>
  db.$transaction(async (tx): Promise<Reopening> => {
    const { municipalityId, at, actor, requestId } = managing;
    await lockMunicipality(tx, municipalityId);
    const round = await readRound(tx, managing, roundId);
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
    if (former) await endIn(tx, former, { at, actorId: null, requestId });
    const { userId: authorId } = personOf(actor);
    const reopening = await tx.roundReopening.create({
      data: { municipalityId, roundId, departmentId, reason, authorId, until, createdAt: at },
      select: reopeningSelect,
    });
    await scheduleEnd(tx, at, reopening);
    await auditRound(tx, managing, roundId, {
      action: 'round.reopen',
      after: { reopening: reopening.id, department: slug, untilOn },
    });
    return toReopening(reopening);
  }, patient);

type By = { at: Date; actorId: string | null; requestId: string | null };
type Ending = { id: string; roundId: string; municipalityId: string };

/** From here the department can answer no more, and the round is frozen as it now is. */
async function endIn(tx: Tx, { id, roundId, municipalityId }: Ending, { at, actorId, requestId }: By): Promise<void> {
  await lockRound(tx, { roundId, municipalityId });
  await tx.roundReopening.update({ where: { id, municipalityId }, data: { endedAt: at } });
  const { number, hash, counts } = await takeSnapshot(tx, roundId, at);
  await touchPlans(tx, municipalityId, { at });
  await writeAudit(tx, at, {
    municipalityId,
    actorId,
    action: 'round.freeze',
    subject: `round:${roundId}`,
    after: { reopening: id, number, hash, counts },
    requestId,
  });
}

export const closeReopening = ({ db, now }: Context, managing: Managing, roundId: string, id: string) =>
  db.$transaction(async (tx): Promise<ManagedRound> => {
    const { municipalityId, actor, requestId } = managing;
    await lockMunicipality(tx, municipalityId);
    const reopening = await tx.roundReopening.findFirst({ where: { id, roundId, municipalityId } });
    if (!reopening) throw new AppError('not_found');
    // One that has ended by itself is what was wanted.
    if (reopening.endedAt === null) {
      await endIn(tx, reopening, { at: now(), actorId: personOf(actor).userId, requestId });
    }
    return toManaged(await readRound(tx, managing, roundId), true);
  }, patient);

const EndJob = z.object({ reopeningId: z.uuid() });

/** At the end of its last day. */
export const endReopeningTask =
  ({ db, now }: Context): Task =>
  async (payload) => {
    const { reopeningId: id } = EndJob.parse(payload);
    const found = await db.roundReopening.findUnique({ where: { id }, select: { municipalityId: true } });
    if (!found) return;
    await db.$transaction(async (tx) => {
      await lockMunicipality(tx, found.municipalityId);
      const reopening = await tx.roundReopening.findUnique({ where: { id } });
      if (!reopening || reopening.endedAt !== null) return;
      const at = now();
      if (reopening.until > at) await scheduleEnd(tx, at, reopening);
      else await endIn(tx, reopening, { at, actorId: null, requestId: null });
    }, patient);
  };
