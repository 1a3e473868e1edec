import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { type Row, writeRows } from './bulk.ts';
import { listDifferences } from './import-merge.ts';
import { countAdded, type Import } from './import-outcome.ts';
import { day, idOf, idsFor, type Ids } from './import-shared.ts';

const moment = (instant: string | undefined): Date | null => (instant === undefined ? null : new Date(instant));

type Placed = { state: string; closesAt: Date | null };

/** A closed round of a file comes before the rounds that closed after it, and before those that are not over. */
function isAfter(stored: Placed, { closesAt }: Pick<Placed, 'closesAt'>): boolean {
  if (stored.state !== 'closed') return true;
  return closesAt === null || (stored.closesAt !== null && stored.closesAt > closesAt);
}

/**
 * Adds the rounds that are new. A round that is there stays as the product has it.
 * @returns the ids of all rounds of the file, and which of them are new
 */
export async function saveRounds(
  importing: Import,
  { rounds }: PlanFile,
): Promise<{ ids: Ids; isNew: (slug: string) => boolean }> {
  const { tx, municipalityId, planId, isDraft, isNew, outcome } = importing;
  const found = isNew ? [] : await tx.round.findMany({ where: { planId }, orderBy: { order: 'asc' } });
  const stored = new Map(found.map((round) => [round.slug, round]));
  const ids = idsFor(
    rounds.map(({ slug }) => slug),
    stored,
  );
  const storedIds = new Set(found.map(({ id }) => id));
  const order = found.map((round) => ({ id: round.id, state: round.state as string, closesAt: round.closesAt }));
  const added: Omit<Row<'Round'>, 'order'>[] = [];
  for (const { slug, name, periodAssessed, opensAt, closesAt, state, decision } of rounds) {
    const row = {
      id: idOf(ids, slug),
      municipalityId,
      planId,
      slug,
      name,
      periodAssessed,
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
      state,
      decisionDate: day(decision?.date),
      decisionSection: decision?.section ?? null,
    };
    const before = stored.get(slug);
    if (before) {
      outcome.differences.push(...listDifferences('round', { name: slug, row }, before, false));
      continue;
    }
    added.push(row);
    if (isDraft && state !== 'closed') outcome.waitingRounds.push(slug);
    const placed = { id: row.id, state, closesAt: row.closesAt };
    const at = state === 'closed' ? order.findIndex((one) => storedIds.has(one.id) && isAfter(one, placed)) : -1;
    order.splice(at === -1 ? order.length : at, 0, placed);
  }
  if (added.length > 0) await moveRounds(importing, order, found);
  const orderOf = new Map(order.map(({ id }, place) => [id, place]));
  await writeRows(
    tx,
    'Round',
    added.map((row) => ({ ...row, order: orderOf.get(String(row.id)) ?? 0 })),
  );
  countAdded(importing, 'round', added.length);
  for (const { slug } of found) if (!ids.has(slug)) outcome.lacking.push({ part: 'round', name: slug });
  return { ids, isNew: (slug) => !stored.has(slug) };
}

/** Each place is taken once, so the rounds that give way step aside first. */
async function moveRounds(
  { tx }: Import,
  order: readonly { id: string }[],
  found: readonly { id: string; order: number }[],
): Promise<void> {
  const moved = found.filter((round) => order.findIndex(({ id }) => id === round.id) !== round.order);
  const aside = Math.max(0, ...found.map((round) => round.order), order.length) + 1;
  for (const round of moved) await tx.round.update({ where: { id: round.id }, data: { order: round.order + aside } });
  for (const round of moved) {
    await tx.round.update({ where: { id: round.id }, data: { order: order.findIndex(({ id }) => id === round.id) } });
  }
}
