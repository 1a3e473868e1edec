import type { Prisma } from '@vointi/db/client.ts';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';

export const indicatorSelect = {
  slug: true,
  name: true,
  kind: true,
  unit: true,
  decimals: true,
  direction: true,
  source: true,
  set: { select: { slug: true, name: true } },
  values: { orderBy: { order: 'asc' } },
  targets: { orderBy: { period: 'asc' }, select: { period: true, number: true } },
} satisfies Prisma.IndicatorSelect;

type Row = Prisma.IndicatorGetPayload<{ select: typeof indicatorSelect }>;

function toValue(row: Row['values'][number]): IndicatorValue {
  const { period, ageGroup, sex, area, kind } = row;
  const at = { period, ageGroup, sex, area, note: row.note as Text | null };
  if (row.isMissing) return { kind: 'missing', ...at };
  // The database holds exactly one of these columns filled: the one of the kind.
  const value = {
    number: Number(row.number),
    yes_no: row.yesNo,
    milestone: row.milestone,
    trend: row.trend,
    text: row.text,
  };
  return { kind, value: value[kind], ...at } as IndicatorValue;
}

export const toIndicator = (row: Row): Indicator => ({
  slug: row.slug,
  name: row.name as Text,
  kind: row.kind,
  unit: row.unit as Text | null,
  decimals: row.decimals,
  direction: row.direction,
  set: row.set && { slug: row.set.slug, name: row.set.name as Text },
  source: row.source as Text | null,
  values: row.values.map(toValue),
  targets: row.targets.map(({ period, number }) => ({ period, value: Number(number) })),
});
