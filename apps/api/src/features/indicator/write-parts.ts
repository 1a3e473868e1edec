import type { Tx } from '@vointi/db/client.ts';
import type { FieldReason } from '@vointi/shared/http/problem.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { isCalendarDate } from '@vointi/shared/text/calendar.ts';
import { refused, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { Managing } from '../../platform/managing.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { touchPlans } from '../plan/public.ts';
import { readHeadRow } from './head-row.ts';
import { audit } from './write-indicator.ts';

type Target = { period: string; value: number | string };
type Break = { period: string; note: Text };

/** All targets at once. @throws AppError invalid_request, conflict */
export const updateTargets = (
  { db }: Context,
  managing: Managing,
  id: string,
  { version, targets }: { version: number; targets: readonly Target[] },
) =>
  db.$transaction(async (tx) => {
    const row = await begin(tx, managing, id, version);
    assertOnce(targets, 'body.targets');
    targets.forEach(({ value }, at) => {
      const reason = refusalOf(row, value);
      if (reason) throw refused(`body.targets.${at}.value`, reason);
    });
    await tx.indicatorTarget.deleteMany({ where: { indicatorId: id } });
    const inOrder = byPeriod(targets);
    await tx.indicatorTarget.createMany({
      data: inOrder.map(({ period, value }) => ({
        municipalityId: managing.municipalityId,
        indicatorId: id,
        period,
        ...(typeof value === 'number' ? { number: value } : { milestone: value }),
      })),
    });
    await end(tx, managing, id, { version, field: 'targets', count: targets.length });
    return { version: version + 1, targets: inOrder };
  });

/** All breaks at once. @throws AppError invalid_request, conflict */
export const updateBreaks = (
  { db }: Context,
  managing: Managing,
  id: string,
  { version, breaks }: { version: number; breaks: readonly Break[] },
) =>
  db.$transaction(async (tx) => {
    await begin(tx, managing, id, version);
    assertOnce(breaks, 'body.breaks');
    await tx.indicatorBreak.deleteMany({ where: { indicatorId: id } });
    const inOrder = byPeriod(breaks);
    await tx.indicatorBreak.createMany({
      data: inOrder.map(({ period, note }) => ({
        municipalityId: managing.municipalityId,
        indicatorId: id,
        period,
        note,
      })),
    });
    await end(tx, managing, id, { version, field: 'breaks', count: breaks.length });
    return { version: version + 1, breaks: inOrder };
  });

const byPeriod = <T extends { period: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.period < b.period ? -1 : 1));

export async function begin(tx: Tx, managing: Managing, id: string, version: number): Promise<IndicatorHead> {
  await lockMunicipality(tx, managing.municipalityId);
  const row = await readHeadRow(tx, managing, id);
  if (row.version !== version) throw stale(row);
  return row;
}

type Ended = { version: number; field: string; count: number };

export async function end(tx: Tx, managing: Managing, id: string, { version, field, count }: Ended): Promise<void> {
  const { municipalityId, at } = managing;
  await tx.indicator.update({ where: { id, municipalityId }, data: { version: { increment: 1 } } });
  await touchPlans(tx, municipalityId, { at });
  await audit(tx, managing, 'indicator.update', id, {
    before: { version },
    after: { version: version + 1, fields: [field], count },
  });
}

function assertOnce(items: readonly { period: string }[], path: string): void {
  const at = items.findIndex(({ period }, index) => items.findIndex((one) => one.period === period) < index);
  if (at >= 0) throw refused(`${path}.${at}.period`, 'twice');
}

function refusalOf({ kind, decimals }: IndicatorHead, value: number | string): FieldReason | null {
  if (kind === 'number' && typeof value === 'number') {
    return Number(value.toFixed(decimals)) === value ? null : 'too_many_decimals';
  }
  if (kind === 'milestone' && typeof value === 'string') return isCalendarDate(value) ? null : 'no_such_date';
  return 'kind_wrong';
}
