import { isDeepStrictEqual } from 'node:util';
import { type Model, type Row, writeRows } from './bulk.ts';
import { countAdded, type Difference, type Import, type Part } from './import-outcome.ts';

/** A row as the file wants it. `parts`: rows of other tables that are compared, and written, with it. */
export type Wanted<R> = { name: string; row: R; parts?: Record<string, unknown> };
type Stored = { id: string; order: number; draftPlanId: string | null };
type Given = { id: string };

const valuesOf = ({ row, parts }: Wanted<Given>): [string, unknown][] =>
  Object.entries({ ...row, ...parts }).filter(([field]) => field !== 'id' && field !== 'municipalityId');

/** What the file gives otherwise than it is stored. */
export const listDifferences = (
  part: Part,
  wanted: Wanted<Given>,
  stored: Record<string, unknown>,
  isReplaced: boolean,
): Difference[] =>
  valuesOf(wanted)
    .filter(([field, given]) => !isDeepStrictEqual(stored[field], given))
    .map(([field, given]) => ({ part, name: wanted.name, field, stored: stored[field], given, isReplaced }));

/**
 * Writes what plans share: what is new is added after the last, what is there stays as it is, or takes the file's words
 * where that is asked for or only this draft shows it.
 * @returns the rows that were written
 */
export async function saveShared<M extends Model, W extends Wanted<Row<M> & Given>>(
  importing: Import,
  { part, model }: { part: Part; model: M },
  stored: ReadonlyMap<string, Stored & Record<string, unknown>>,
  wanted: readonly W[],
): Promise<W[]> {
  const { tx, planId, isDraft, options, outcome } = importing;
  const storedById = new Map([...stored.values()].map((row) => [row.id, row]));
  let order = Math.max(-1, ...[...storedById.values()].map((row) => row.order));
  const changed: W[] = [];
  const rows: Row<M>[] = [];
  let added = 0;
  for (const one of wanted) {
    const before = storedById.get(one.row.id);
    if (!before) {
      order += 1;
      added += 1;
      changed.push(one);
      rows.push({ ...one.row, order, draftPlanId: isDraft ? planId : null } as unknown as Row<M>);
      continue;
    }
    const isOwn = before.draftPlanId === planId;
    const isReplaced = isOwn || (!isDraft && options.replacesNames === true);
    const differences = listDifferences(part, one, before, isReplaced);
    if (differences.length === 0) continue;
    outcome.differences.push(...differences);
    if (!isReplaced) continue;
    changed.push(one);
    rows.push({ ...one.row, order: before.order, draftPlanId: before.draftPlanId } as unknown as Row<M>);
  }
  countAdded(importing, part, added);
  await writeRows(tx, model, rows, { update: true });
  return changed;
}
