import type { decisionApi } from '@vointi/shared/decision/contract.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { mayWrite, readRows } from './rows.ts';

const maxMeetings = 20;

export async function listDecisions(
  { db }: Context,
  request: MunicipalityRequest,
  { year }: { year: number },
  { from, to, meeting, measure }: Input<typeof decisionApi.list>['query'],
): Promise<Result<typeof decisionApi.list>> {
  const { municipalityId } = request;
  const plan = await db.plan.findFirst({
    where: { municipalityId, year, status: 'published' },
    select: { id: true },
  });
  if (!plan) throw new AppError('not_found');
  const [decisions, meetings] = await Promise.all([
    readRows(db, request, {
      planId: plan.id,
      ...((from !== undefined || to !== undefined) && {
        decidedOn: { ...(from && { gte: new Date(from) }), ...(to && { lte: new Date(to) }) },
      }),
      ...(meeting !== undefined && { meeting }),
      ...(measure !== undefined && { measureCode: measure }),
    }),
    db.measureDecision.groupBy({
      by: ['meeting'],
      where: { municipalityId },
      orderBy: { _max: { createdAt: 'desc' } },
      take: maxMeetings,
    }),
  ]);
  return {
    decisions,
    meetings: meetings.map((one) => one.meeting),
    can: { create: mayWrite(request) },
  };
}
