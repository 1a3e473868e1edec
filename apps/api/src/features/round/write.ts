import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ManagedRound, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { lockOf } from '@vointi/shared/round/rules.ts';
import { helsinkiDayEnd, helsinkiDayStart } from '@vointi/shared/text/helsinki.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import { AppError, refused, stale } from '../../platform/app-error.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Context } from '../../platform/context.ts';
import { mutate, unchanged } from '../../platform/mutate.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { createRoundNotices, scheduleReminders, stopReminders } from '../reminder/public.ts';
import { daysOf, mayManage, readRound, type StoredRound, toManaged } from './rows.ts';
import { cancelOpening, scheduleOpening } from './schedule.ts';

/** The problem for a change that the round's state does not allow, with the reason and since when. */
export const lockedNow = (round: StoredRound, at: Date): AppError =>
  new AppError('locked', undefined, { current: { lock: lockOf(round, [], at) } });

/** The round, in the version that the caller has seen. @throws AppError not_found; conflict, with the current row */
export async function readVersion(
  tx: Tx,
  request: MunicipalityRequest,
  id: string,
  version: number,
): Promise<StoredRound> {
  const round = await readRound(tx, request, id);
  if (round.version !== version) throw stale(toManaged(round, mayManage(request)));
  return round;
}

function assertDays(opensOn: string | null, closesOn: string | null) {
  if (opensOn !== null && closesOn !== null && closesOn < opensOn) throw refused('body.closesOn', 'days_backwards');
}

function assertNotPast(closesOn: string, at: Date) {
  if (helsinkiDayEnd(closesOn) <= at) throw refused('body.closesOn', 'day_past');
}

type Create = Input<typeof roundManageApi.create>;

export const createRound = (
  context: Context,
  request: MunicipalityRequest,
  { year }: Create['params'],
  body: Create['body'],
): Promise<ManagedRound> =>
  mutate(context, request, { action: 'round.create', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId, at } = request;
    const plan = await tx.plan.findFirst({
      where: { municipalityId, year, status: 'published' },
      select: { id: true, rounds: { select: { slug: true, order: true } }, _count: { select: { measures: true } } },
    });
    if (!plan) throw new AppError('not_found');
    if (plan._count.measures === 0) throw refused('params.year', 'plan_without_measures');
    const { name, periodAssessed, opensOn, closesOn } = body;
    assertDays(opensOn, closesOn);
    assertNotPast(closesOn, at);
    const created = await tx.round.create({
      data: {
        municipalityId,
        planId: plan.id,
        order: Math.max(-1, ...plan.rounds.map(({ order }) => order)) + 1,
        slug: freeSlug(name.fi, new Set(plan.rounds.map(({ slug }) => slug)), 'kierros'),
        name,
        periodAssessed,
        opensAt: helsinkiDayStart(opensOn),
        closesAt: helsinkiDayEnd(closesOn),
      },
    });
    const { id, slug } = created;
    await scheduleOpening(tx, at, created);
    await scheduleReminders(tx, at, created);
    return {
      result: toManaged(await readRound(tx, request, id), true),
      audit: { subject: `round:${id}`, after: { year, slug, opensOn, closesOn } },
    };
  });

type RoundChanges = Omit<Input<typeof roundManageApi.update>['body'], 'version'>;

/** The fields that differ from the stored ones, as a form may send all of them. */
function changesOf(round: StoredRound, input: RoundChanges): RoundChanges {
  const { name, periodAssessed } = round;
  const decision =
    round.decisionDate === null ? null : { date: round.decisionDate, section: round.decisionSection ?? '' };
  const before: RoundChanges = {
    name,
    periodAssessed,
    decision,
    ...(daysOf(round) as Pick<RoundChanges, 'opensOn' | 'closesOn'>),
  };
  const isChanged = (key: string) =>
    input[key as keyof RoundChanges] !== undefined &&
    canonicalJson(input[key as keyof RoundChanges]) !== canonicalJson(before[key as keyof RoundChanges]);
  return Object.fromEntries(Object.entries(input).filter(([key]) => isChanged(key))) as RoundChanges;
}

function assertAllowed(round: StoredRound, { decision, ...rest }: RoundChanges, at: Date) {
  if (round.state === 'closed' && Object.keys(rest).length > 0) throw lockedNow(round, at);
  if (round.state !== 'closed' && decision !== undefined) throw refused('body.decision', 'round_not_closed');
  if (round.state === 'open' && rest.opensOn !== undefined) throw refused('body.opensOn', 'round_begun');
  const days = daysOf(round);
  assertDays(rest.opensOn ?? days.opensOn, rest.closesOn ?? days.closesOn);
  if (rest.closesOn !== undefined) assertNotPast(rest.closesOn, at);
}

export const updateRound = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, ...input }: Input<typeof roundManageApi.update>['body'],
): Promise<ManagedRound> =>
  mutate(context, request, { action: 'round.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId, at } = request;
    const round = await readVersion(tx, request, id, version);
    const changes = changesOf(round, input);
    const fields = Object.keys(changes);
    if (fields.length === 0) return unchanged(toManaged(round, true));
    assertAllowed(round, changes, at);
    const { name, periodAssessed, opensOn, closesOn, decision } = changes;
    const updated = await tx.round.update({
      where: { id, municipalityId },
      data: {
        version: { increment: 1 },
        ...(name && { name }),
        ...(periodAssessed && { periodAssessed }),
        ...(opensOn !== undefined && { opensAt: helsinkiDayStart(opensOn) }),
        ...(closesOn !== undefined && { closesAt: helsinkiDayEnd(closesOn) }),
        ...(decision !== undefined && {
          decisionDate: decision && new Date(decision.date),
          decisionSection: decision && decision.section,
        }),
      },
    });
    if (opensOn !== undefined) await scheduleOpening(tx, at, updated);
    if (opensOn !== undefined || closesOn !== undefined) await scheduleReminders(tx, at, updated);
    if (round.state === 'open' && round.closesAt && updated.closesAt && updated.closesAt > round.closesAt) {
      await createRoundNotices(tx, at, updated, 'round_extended');
    }
    const days = (from: RoundChanges) => ({
      ...(opensOn !== undefined && { opensOn: from.opensOn ?? null }),
      ...(closesOn !== undefined && { closesOn: from.closesOn ?? null }),
    });
    return {
      result: toManaged(await readRound(tx, request, id), true),
      audit: {
        subject: `round:${id}`,
        before: { version, ...days(daysOf(round) as RoundChanges) },
        after: { version: updated.version, fields, ...days(changes) },
      },
      touched: round.state !== 'planned',
    };
  });

export const deleteRound = (context: Context, request: MunicipalityRequest, id: string): Promise<{ done: true }> =>
  mutate(context, request, { action: 'round.delete', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { state, slug, year } = await readRound(tx, request, id);
    if (state !== 'planned') throw refused('params.roundId', 'round_begun');
    await tx.round.delete({ where: { id, municipalityId: request.municipalityId } });
    await cancelOpening(tx, id);
    await stopReminders(tx, id);
    return { result: { done: true }, audit: { subject: `round:${id}`, before: { year, slug } } };
  });
