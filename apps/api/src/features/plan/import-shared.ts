import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { saveShared } from './import-merge.ts';
import type { Import } from './import-outcome.ts';

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

/** `isHidden`: something that the file names is seen by a draft only. */
export type Saved = { ids: Ids; isChanged: boolean; isHidden: boolean };

export const isHidden = (ids: Ids, stored: ReadonlyMap<string, { draftPlanId: string | null }>): boolean =>
  [...ids.keys()].some((name) => (stored.get(name)?.draftPlanId ?? null) !== null);

export async function saveDepartments(importing: Import, { departments }: PlanFile): Promise<Saved> {
  const { tx, municipalityId } = importing;
  const stored = bySlug(await tx.department.findMany({ where: { municipalityId } }));
  const ids = idsFor(
    departments.map(({ slug }) => slug),
    stored,
  );
  const wanted = departments.map(({ slug, kind, name, shortName, aliases, successor, validFrom, validTo }) => ({
    name: slug,
    row: {
      id: idOf(ids, slug),
      municipalityId,
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
  const changed = await saveShared(importing, { part: 'department', model: 'Department' }, stored, wanted);
  return { ids, isChanged: changed.length > 0, isHidden: isHidden(ids, stored) };
}

export async function saveIndicatorSets(importing: Import, { indicatorSets }: PlanFile): Promise<Saved> {
  const { tx, municipalityId } = importing;
  const stored = bySlug(await tx.indicatorSet.findMany({ where: { municipalityId } }));
  const ids = idsFor(
    indicatorSets.map(({ slug }) => slug),
    stored,
  );
  const wanted = indicatorSets.map(({ slug, name }) => ({
    name: slug,
    row: { id: idOf(ids, slug), municipalityId, slug, name },
  }));
  const changed = await saveShared(importing, { part: 'indicator_set', model: 'IndicatorSet' }, stored, wanted);
  return { ids, isChanged: changed.length > 0, isHidden: isHidden(ids, stored) };
}
