import type { Reporting } from '@vointi/shared/report/contract.ts';

export type Desk = Reporting['desks'][number];
export type Row = Desk['rows'][number];

/** A desk in an address: departments of two municipalities may have one name. */
export const deskKey = ({ municipality, department }: Desk) => `${municipality.slug}/${department.slug}`;

/** The one that was asked for, else the first that has something. */
export const chooseDesk = (desks: readonly Desk[], wanted: string | undefined): Desk | undefined =>
  desks.find((desk) => deskKey(desk) === wanted) ?? desks.find(({ rows }) => rows.length > 0) ?? desks[0];

/** Rows by their goal, in the order they come. */
export const byGoal = (rows: readonly Row[]): Row[][] => [
  ...Map.groupBy(rows, ({ measure }) => measure.goal.fi).values(),
];

export function countsOf(rows: readonly Row[]) {
  const counts = { done: 0, in_progress: 0, not_started: 0, not_reported: 0, mixed: 0 };
  for (const { progress } of rows) counts[progress ?? 'not_reported'] += 1;
  return counts;
}
