import type { decisionApi, MeasureDecision } from '@vointi/shared/decision/contract.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { AppError, stale } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Managing } from '../../platform/managing.ts';
import { personOf } from '../../platform/serve.ts';
import { measureWhere } from '../measure/public.ts';
import { readRow } from './rows.ts';

type Place = { year: number; id: string };

/** Stored on the measure, by its code. @throws AppError not_found */
export const createDecision = (
  { db }: Context,
  managing: Managing,
  { year, id }: Place,
  { text, decidedOn, meeting }: Input<typeof decisionApi.create>['body'],
) =>
  db.$transaction(async (tx): Promise<MeasureDecision> => {
    const { municipalityId, at, actor, requestId } = managing;
    const { userId } = personOf(actor);
    const plan = await tx.plan.findFirst({
      where: { municipalityId, year, status: 'published' },
      select: { id: true },
    });
    const measure = plan && (await tx.measure.findFirst({ where: measureWhere(plan.id, id), select: { code: true } }));
    if (!measure) throw new AppError('not_found');
    const made = await tx.measureDecision.create({
      data: {
        municipalityId,
        planId: plan.id,
        measureCode: measure.code,
        text,
        decidedOn: new Date(decidedOn),
        meeting,
        authorId: userId,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    const row = await readRow(tx, managing, made.id);
    await writeAudit(tx, at, {
      municipalityId,
      actorId: userId,
      action: 'decision.create',
      subject: `decision:${made.id}`,
      after: { year, measure: measure.code, decidedOn },
      requestId,
    });
    return row;
  });

export const updateDecision = (
  { db }: Context,
  managing: Managing,
  id: string,
  { version, text, decidedOn, meeting }: Input<typeof decisionApi.update>['body'],
) =>
  db.$transaction(async (tx): Promise<MeasureDecision> => {
    const { municipalityId, at, actor, requestId } = managing;
    const changes = {
      ...(text !== undefined && { text }),
      ...(decidedOn !== undefined && { decidedOn: new Date(decidedOn) }),
      ...(meeting !== undefined && { meeting }),
    };
    // Of two secretaries one is told that the other was first, whichever reads first.
    const { count } = await tx.measureDecision.updateMany({
      where: { id, municipalityId, version },
      data: { ...changes, updatedAt: at, version: { increment: 1 } },
    });
    const after = await readRow(tx, managing, id);
    if (count === 0) throw stale(after);
    await writeAudit(tx, at, {
      municipalityId,
      actorId: personOf(actor).userId,
      action: 'decision.update',
      subject: `decision:${id}`,
      before: { version },
      after: { version: after.version, fields: Object.keys(changes) },
      requestId,
    });
    return after;
  });

export const deleteDecision = ({ db }: Context, managing: Managing, id: string) =>
  db.$transaction(async (tx): Promise<Result<typeof decisionApi.delete>> => {
    const { municipalityId, at, actor, requestId } = managing;
    const { measure, decidedOn } = await readRow(tx, managing, id);
    const { count } = await tx.measureDecision.deleteMany({ where: { id, municipalityId } });
    if (count === 0) throw new AppError('not_found');
    await writeAudit(tx, at, {
      municipalityId,
      actorId: personOf(actor).userId,
      action: 'decision.delete',
      subject: `decision:${id}`,
      before: { measure: measure.code, decidedOn },
      requestId,
    });
    return { done: true };
  });
