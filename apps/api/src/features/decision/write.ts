import type { decisionApi } from '@vointi/shared/decision/contract.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { AppError, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { measureWhere } from '../measure/public.ts';
import { readRow } from './rows.ts';

type MeasureKey = { year: number; id: string };

/** Stores the decision by the measure's code, which outlives a new import of the plan. @throws AppError not_found */
export const createDecision = (
  context: Context,
  request: MunicipalityRequest,
  { year, id }: MeasureKey,
  { text, decidedOn, meeting }: Input<typeof decisionApi.create>['body'],
) =>
  mutate(context, request, { action: 'decision.create', touches: 'nothing' }, async (tx) => {
    const { municipalityId, at } = request;
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
        authorId: personOf(request.actor).userId,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    return {
      result: await readRow(tx, request, made.id),
      audit: { subject: `decision:${made.id}`, after: { year, measure: measure.code, decidedOn } },
    };
  });

export const updateDecision = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, text, decidedOn, meeting }: Input<typeof decisionApi.update>['body'],
) =>
  mutate(context, request, { action: 'decision.update', touches: 'nothing' }, async (tx) => {
    const { municipalityId, at } = request;
    const changes = {
      ...(text !== undefined && { text }),
      ...(decidedOn !== undefined && { decidedOn: new Date(decidedOn) }),
      ...(meeting !== undefined && { meeting }),
    };
    // The version is part of the update, so that one of two writers at once gets the conflict.
    const { count } = await tx.measureDecision.updateMany({
      where: { id, municipalityId, version },
      data: { ...changes, updatedAt: at, version: { increment: 1 } },
    });
    const after = await readRow(tx, request, id);
    if (count === 0) throw stale(after);
    return {
      result: after,
      audit: {
        subject: `decision:${id}`,
        before: { version },
        after: { version: after.version, fields: Object.keys(changes) },
      },
    };
  });

export const deleteDecision = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
): Promise<Result<typeof decisionApi.delete>> =>
  mutate(context, request, { action: 'decision.delete', touches: 'nothing' }, async (tx) => {
    const { municipalityId } = request;
    const { measure, decidedOn } = await readRow(tx, request, id);
    const { count } = await tx.measureDecision.deleteMany({ where: { id, municipalityId } });
    if (count === 0) throw new AppError('not_found');
    return {
      result: { done: true },
      audit: { subject: `decision:${id}`, before: { measure: measure.code, decidedOn } },
    };
  });
