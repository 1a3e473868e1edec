import type { Tx } from '@vointi/db/client.ts';
import type { FieldReason } from '@vointi/shared/http/problem.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { isCalendarDate } from '@vointi/shared/text/calendar.ts';
import { refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { readHeadRow } from './head-row.ts';

type Target = { period: string; value: number | string };
type Break = { period: string; note: Text };

/** Replaces all targets. @throws AppError invalid_request, conflict */
export const updateTargets = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, targets }: { version: number; targets: readonly Target[] },
) =>
  updatePart(context, request, { id, version, field: 'targets', count: targets.length }, async (tx, row) => {
    assertOnce(targets, 'body.targets');
    targets.forEach(({ value }, index) => {
      const reason = refusalOf(row, value);
      if (reason) throw refused(`body.targets.${index}.value`, reason);
    });
    await tx.indicatorTarget.deleteMany({ where: { indicatorId: id } });
    const inOrder = byPeriod(targets);
    await tx.indicatorTarget.createMany({
      data: inOrder.map(({ period, value }) => ({
        municipalityId: request.municipalityId,
        indicatorId: id,
        period,
        ...(typeof value === 'number' ? { number: value } : { milestone: value }),
      })),
    });
    return { targets: inOrder };
  });

/** Replaces all breaks. @throws AppError invalid_request, conflict */
export const updateBreaks = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, breaks }: { version: number; breaks: readonly Break[] },
) =>
  updatePart(context, request, { id, version, field: 'breaks', count: breaks.length }, async (tx) => {
    assertOnce(breaks, 'body.breaks');
    await tx.indicatorBreak.deleteMany({ where: { indicatorId: id } });
    const inOrder = byPeriod(breaks);
    await tx.indicatorBreak.createMany({
      data: inOrder.map(({ period, note }) => ({
        municipalityId: request.municipalityId,
        indicatorId: id,
        period,
        note,
      })),
    });
    return { breaks: inOrder };
  });

const byPeriod = <T extends { period: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.period < b.period ? -1 : 1));

type Part = { id: string; version: number; field: string; count: number };

/**
 * Replaces one part of an indicator that the client read with this version.
 * @param write returns the part as it is now
 */
export const updatePart = <T extends object>(
  context: Context,
  request: MunicipalityRequest,
  { id, version, field, count }: Part,
  write: (tx: Tx, row: IndicatorHead) => Promise<T>,
): Promise<T & { version: number }> =>
  mutate(context, request, { action: 'indicator.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const row = await readHeadRow(tx, request, id);
    assertVersion(row, version);
    const part = await write(tx, row);
    const { municipalityId } = request;
    await tx.indicator.update({ where: { id, municipalityId }, data: { version: { increment: 1 } } });
    const after = { version: version + 1, fields: [field], count };
    return {
      result: { ...part, version: version + 1 },
      audit: { subject: `indicator:${id}`, before: { version }, after },
    };
  });

function assertOnce(items: readonly { period: string }[], path: string): void {
  const repeated = items.findIndex(({ period }, index) => items.findIndex((one) => one.period === period) < index);
  if (repeated >= 0) throw refused(`${path}.${repeated}.period`, 'twice');
}

function refusalOf({ kind, decimals }: IndicatorHead, value: number | string): FieldReason | null {
  if (kind === 'number' && typeof value === 'number') {
    return Number(value.toFixed(decimals)) === value ? null : 'too_many_decimals';
  }
  if (kind === 'milestone' && typeof value === 'string') return isCalendarDate(value) ? null : 'no_such_date';
  return 'kind_wrong';
}
