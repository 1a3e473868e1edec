import * as z from 'zod';
import type { Prisma, Tx } from '@vointi/db/client.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Cell, CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { longTransaction } from '../../platform/mutate.ts';
import { ConcurrentWriteError } from '../../platform/retry-on-deadlock.ts';
import { execute, queryJson, queryRows } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { cellColumns, replaceContent, valueJson, ValueRow } from './value-columns.ts';

/** An indicator that values are written of. */
export type Written = {
  id: string;
  slug: string;
  name: Text;
  kind: IndicatorKind;
  decimals: number;
  source: Text | null;
  sourceId: string | null;
  licence: string | null;
};

export const writtenSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  decimals: true,
  source: true,
  sourceId: true,
  licence: true,
} satisfies Prisma.IndicatorSelect;

/** The indicators of the municipality by their slug. */
export async function readWritten(tx: Tx, municipalityId: string, slugs?: readonly string[]) {
  const rows = await tx.indicator.findMany({
    where: { municipalityId, ...(slugs && { slug: { in: [...new Set(slugs)] } }) },
    select: writtenSelect,
  });
  return new Map(rows.map((row) => [row.slug, row as Written]));
}

export type Place = Pick<Cell, 'period' | 'ageGroup' | 'sex' | 'area'>;
const StoredValue = ValueRow.extend({ id: z.uuid(), indicatorId: z.uuid() });
export type StoredValue = z.output<typeof StoredValue>;

export const keyOf = (indicatorId: string, { period, ageGroup, sex, area }: Place): string =>
  [indicatorId, period ?? '', ageGroup ?? '', sex ?? '', area].join('|');

const keySql = (of: string) =>
  `${of}.period is null, coalesce(${of}.period, ''), coalesce(${of}."ageGroup"::text, ''), coalesce(${of}.sex::text, ''), ${of}.area::text`;

// Compared as rows and not by the index of the indicator: of one with thousands of values that would be a square of them.
const storedSql = `
  with asked as materialized (
    select c.* from jsonb_to_recordset($1::jsonb) as c(id uuid, period text, "ageGroup" text, sex text, area text)
  ), own as materialized (
    select v.* from "IndicatorValue" v where v."indicatorId" in (select id from asked)
  )
  select coalesce(json_agg((${valueJson})::jsonb || jsonb_build_object('id', v.id, 'indicatorId', v."indicatorId")), '[]')::text as json
  from own v where (v."indicatorId", ${keySql('v')}) in (select c.id, ${keySql('c')} from asked c)`;

/** What is stored in these places, by their key: in one query for as many as there are. */
export async function readStored(
  tx: Tx,
  places: readonly (Place & { id: string })[],
): Promise<Map<string, StoredValue>> {
  const asked = places.map(({ id, period, ageGroup, sex, area }) => ({ id, period, ageGroup, sex, area }));
  const rows = (await queryJson(tx, z.array(StoredValue), storedSql, JSON.stringify(asked))) ?? [];
  return new Map(rows.map((row) => [keyOf(row.indicatorId, row), row]));
}

export async function countValues(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = await tx.indicatorValue.groupBy({
    by: ['indicatorId'],
    where: { indicatorId: { in: [...ids] } },
    _count: true,
  });
  return new Map(counts.map(({ indicatorId, _count }) => [indicatorId, _count]));
}

/** What a place is to hold, as columns; undefined: nothing. */
export type Content = Omit<ValueRow, 'period' | 'ageGroup' | 'sex' | 'area' | 'version'>;
const empty = { number: null, yesNo: null, milestone: null, trend: null, text: null, isMissing: false };

export function contentOf(value: CellValue): Pick<Content, keyof typeof empty> | undefined {
  switch (value.kind) {
    case 'none':
      return undefined;
    case 'missing':
      return { ...empty, isMissing: true };
    case 'number':
      return { ...empty, number: value.value };
    case 'yes_no':
      return { ...empty, yesNo: value.value };
    case 'milestone':
      return { ...empty, milestone: value.value };
    case 'trend':
      return { ...empty, trend: value.value };
    case 'text':
      return { ...empty, text: value.value };
  }
}

/** Whether all of this is what is stored. */
export const holds = (stored: StoredValue, wanted: Partial<Content>): boolean =>
  (Object.keys(wanted) as (keyof Content)[]).every((key) => isSameJson(stored[key] ?? null, wanted[key] ?? null));

/** Whether the place holds already what it is to hold. */
export const isThere = ({ stored, content }: Change): boolean =>
  stored && content ? holds(stored, content) : !stored && !content;

/** One place that changes: from the version that was read, to this. */
export type Change = {
  indicator: Written;
  place: Place;
  stored: StoredValue | undefined;
  content: Content | undefined;
};

const insertSql = `
  with given as materialized (select * from jsonb_populate_recordset(null::"IndicatorValue", $1::jsonb)),
  last as (
    select v."indicatorId", max(v."order") as at from "IndicatorValue" v
    where v."indicatorId" in (select "indicatorId" from given) group by v."indicatorId")
  insert into "IndicatorValue" (id, "municipalityId", "indicatorId", kind, "order", ${cellColumns()}, version)
  select g.id, g."municipalityId", g."indicatorId", g.kind, coalesce(last.at + 1, 0) + g."order", ${cellColumns('g')},
    i."goneVersion" + 1
  from given g join "Indicator" i on i.id = g."indicatorId" left join last on last."indicatorId" = g."indicatorId"
  order by g."indicatorId", g.period, g."order"
  on conflict ("indicatorId", period, "ageGroup", sex, area) do nothing`;

const updateSql = `
  update "IndicatorValue" v set ${replaceContent}, version = v.version + 1
  from jsonb_populate_recordset(null::"IndicatorValue", $1::jsonb) g where v.id = g.id and v.version = g.version`;

// What comes after it in its place must not have a version that somebody may still hold.
const deleteSql = `
  with gone as (
    delete from "IndicatorValue" v using jsonb_to_recordset($1::jsonb) as g(id uuid, version int)
    where v.id = g.id and v.version = g.version returning v."indicatorId", v.version),
  kept as (
    update "Indicator" i set "goneVersion" = greatest(i."goneVersion", g.version)
    from (select "indicatorId", max(version) as version from gone group by 1) g where i.id = g."indicatorId")
  select count(*)::int as count from gone`;

/** How values are written: again after a concurrent write, and then the transaction sees what the other wrote. */
export const writingValues = { touches: 'plans', lock: 'municipality', retry: true, limits: longTransaction } as const;

/** @throws ConcurrentWriteError when somebody has changed one of the places since it was read */
export async function writeChanges(tx: Tx, municipalityId: string, changes: readonly Change[]): Promise<void> {
  const added = changes.flatMap(({ indicator, place, stored, content }, order) =>
    content && !stored
      ? [{ id: uuid7(), municipalityId, indicatorId: indicator.id, kind: indicator.kind, order, ...place, ...content }]
      : [],
  );
  const changed = changes.flatMap(({ stored, content }) =>
    content && stored ? [{ ...content, id: stored.id, version: stored.version }] : [],
  );
  const gone = changes.flatMap(({ stored, content }) =>
    stored && !content ? [{ id: stored.id, version: stored.version }] : [],
  );
  const isWritten =
    (added.length === 0 || (await execute(tx, insertSql, JSON.stringify(added))) === added.length) &&
    (changed.length === 0 || (await execute(tx, updateSql, JSON.stringify(changed))) === changed.length) &&
    (gone.length === 0 || (await deleteRows(tx, gone)) === gone.length);
  if (!isWritten) throw new ConcurrentWriteError();
}

async function deleteRows(tx: Tx, gone: readonly { id: string; version: number }[]): Promise<number> {
  const [deleted] = await queryRows(tx, z.strictObject({ count: z.int() }), deleteSql, JSON.stringify(gone));
  return deleted?.count ?? 0;
}
