import type { Desk, ReportingRow } from '@vointi/shared/report/contract.ts';

const isMissing = ({ state }: ReportingRow) => state === 'missing';
const isOpen = ({ lock }: Desk) => lock?.isOpen === true;

/** What can be answered now before what cannot, then the most unanswered; a department without measures last. */
export const byUrgency = (one: Desk, other: Desk): number =>
  Number(other.rows.length > 0) - Number(one.rows.length > 0) ||
  Number(isOpen(other)) - Number(isOpen(one)) ||
  other.counts.missing - one.counts.missing;

/** Unanswered first, then in the order of the plan. */
export const orderRows = (rows: readonly ReportingRow[]): string[] =>
  [...rows.filter(isMissing), ...rows.filter((row) => !isMissing(row))].map(({ assignmentId }) => assignmentId);

/** The order that one is working in stays: what is gone is left out, what is new comes last. */
export function keepOrder(order: readonly string[], rows: readonly ReportingRow[]): string[] {
  const now = orderRows(rows);
  return [...order.filter((id) => now.includes(id)), ...now.filter((id) => !order.includes(id))];
}

const secondsEach = 20;

/** How long the rest will take, in whole minutes: at least one where something is left. */
export const minutesFor = (left: number): number => Math.ceil((left * secondsEach) / 60);
