import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@vointi/db/client.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows } from './bulk.ts';
import { uuid7 } from '../../platform/uuid7.ts';

export type Ids = ReadonlyMap<string, string>;
type Stored = { id: string };

/** The id of something that the file names. A file that was checked names nothing that it does not define. */
export function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" is not defined in the file: it was not checked`);
  return id;
}

export const day = (date: string | undefined): Date | null => (date === undefined ? null : new Date(date));

/** What is stored keeps its id; the rest gets one. */
export const idsFor = (names: readonly string[], stored: ReadonlyMap<string, Stored>): Ids =>
  new Map(names.map((name) => [name, stored.get(name)?.id ?? uuid7()]));

export const bySlug = <S extends Stored & { slug: string }>(rows: readonly S[]): Map<string, S> =>
  new Map(rows.map((row) => [row.slug, row]));

/**
 * Those of the wanted rows that are new or differ from what is stored. `parts` are rows of other tables that belong to
 * this one: compared, and written, with it.
 */
export function changedOf<W extends { row: Stored; parts?: object }>(
  stored: Iterable<Stored>,
  wanted: readonly W[],
): W[] {
  const storedById = new Map([...stored].map((row) => [row.id, row as Record<string, unknown>]));
  return wanted.filter(({ row, parts }) => {
    const before = storedById.get(row.id);
    return !before || !Object.entries({ ...row, ...parts }).every(([key, now]) => isDeepStrictEqual(before[key], now));
  });
}

export const rowsOf = <R>(wanted: readonly { row: R }[]): R[] => wanted.map(({ row }) => row);

export async function saveDepartments(tx: Tx, municipalityId: string, { departments }: PlanFile) {
  const stored = bySlug(await tx.department.findMany({ where: { municipalityId } }));
  const ids = idsFor(
    departments.map(({ slug }) => slug),
    stored,
  );
  const wanted = departments.map(({ slug, kind, name, shortName, aliases, successor, validFrom, validTo }, order) => ({
    row: {
      id: idOf(ids, slug),
      municipalityId,
      order,
      slug,
      kind,
      name,
      shortName: shortName ?? null,
      aliases,
      successorId: successor === undefined ? null : idOf(ids, successor),
      validFrom: day(validFrom),
      validTo: day(validTo),
    },
  }));
  const changed = changedOf(stored.values(), wanted);
  await writeRows(tx, 'Department', rowsOf(changed), { update: true });
  return { ids, isChanged: changed.length > 0 };
}

export async function saveIndicatorSets(tx: Tx, municipalityId: string, { indicatorSets }: PlanFile) {
  const stored = bySlug(await tx.indicatorSet.findMany({ where: { municipalityId } }));
  const ids = idsFor(
    indicatorSets.map(({ slug }) => slug),
    stored,
  );
  const wanted = indicatorSets.map(({ slug, name }, order) => ({
    row: { id: idOf(ids, slug), municipalityId, order, slug, name },
  }));
  const changed = changedOf(stored.values(), wanted);
  await writeRows(tx, 'IndicatorSet', rowsOf(changed), { update: true });
  return { ids, isChanged: changed.length > 0 };
}
