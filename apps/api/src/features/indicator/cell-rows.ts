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

/** The fields of an indicator that a write of its values needs. */
export type IndicatorForWrite = {
  id: string;
  slug: string;
  name: Text;
  kind: IndicatorKind;
  decimals: number;
  source: Text | null;
  sourceId: string | null;
  licence: string | null;
};

export const indicatorForWriteSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  decimals: true,
  source: true,
  sourceId: true,
  licence: true,
} satisfies Prisma.IndicatorSelect;

/** Indicators of the municipality, by slug. */
export async function readIndicatorsForWrite(tx: Tx, municipalityId: string, slugs?: readonly string[]) {
  const rows = await tx.indicator.findMany({
    where: { municipalityId, draftPlanId: null, ...(slugs && { slug: { in: [...new Set(slugs)] } }) },
    select: indicatorForWriteSelect,
  });
  return new Map(rows.map((row) => [row.slug, row as IndicatorForWrite]));
}

export type CellKey = Pick<Cell, 'period' | 'ageGroup' | 'sex' | 'area'>;
const StoredValue = ValueRow.extend({ id: z.uuid(), indicatorId: z.uuid() });
export type StoredValue = z.output<typeof StoredValue>;

/** A cell key as a string, for maps. */
export const keyOf = (indicatorId: string, { period, ageGroup, sex, area }: CellKey): string =>
  [indicatorId, period ?? '', ageGroup ?? '', sex ?? '', area].join('|');

const keySql = (of: string) =>
  `${of}.period is null, coalesce(${of}.period, ''), coalesce(${of}."ageGroup"::text, ''), coalesce(${of}.sex::text, ''), ${of}.area::text`;

// Compares whole rows: an index lookup for each cell would take quadratic time on an indicator with thousands of values.
const storedSql = `
  with requested as materialized (
    select c.* from jsonb_to_recordset($1::jsonb) as c(id uuid, period text, "ageGroup" text, sex text, area text)
  ), own as materialized (
    select v.* from "IndicatorValue" v where v."indicatorId" in (select id from requested)
  )
  select coalesce(json_agg((${valueJson})::jsonb || jsonb_build_object('id', v.id, 'indicatorId', v."indicatorId")), '[]')::text as json
  from own v where (v."indicatorId", ${keySql('v')}) in (select c.id, ${keySql('c')} from requested c)`;

/** Stored values by key, in one query. */
export async function readStoredValues(
  tx: Tx,
  cells: readonly (CellKey & { id: string })[],
): Promise<Map<string, StoredValue>> {
  const keys = cells.map(({ id, period, ageGroup, sex, area }) => ({ id, period, ageGroup, sex, area }));
  const rows = (await queryJson(tx, z.array(StoredValue), storedSql, JSON.stringify(keys))) ?? [];
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

/** The content of a cell, as columns. */
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

/** Whether the stored value has this content. */
export const hasContent = (stored: StoredValue, content: Partial<Content>): boolean =>
  (Object.keys(content) as (keyof Content)[]).every((key) => isSameJson(stored[key] ?? null, content[key] ?? null));

/** Whether the cell already has its new content. */
export const isUnchanged = ({ stored, content }: Change): boolean =>
  stored && content ? hasContent(stored, content) : !stored && !content;

/** A change of one cell, from the version that was read. `content` undefined: removes the value. */
export type Change = {
  indicator: IndicatorForWrite;
  cellKey: CellKey;
  stored: StoredValue | undefined;
  content: Content | undefined;
};

const insertSql = `
  with input as materialized (select * from jsonb_populate_recordset(null::"IndicatorValue", $1::jsonb)),
  last as (
    select v."indicatorId", max(v."order") as at from "IndicatorValue" v
    where v."indicatorId" in (select "indicatorId" from input) group by v."indicatorId")
  insert into "IndicatorValue" (id, "municipalityId", "indicatorId", kind, "order", ${cellColumns()}, version)
  select g.id, g."municipalityId", g."indicatorId", g.kind, coalesce(last.at + 1, 0) + g."order", ${cellColumns('g')},
    i."goneVersion" + 1
  from input g join "Indicator" i on i.id = g."indicatorId" left join last on last."indicatorId" = g."indicatorId"
  order by g."indicatorId", g.period, g."order"
  on conflict ("indicatorId", period, "ageGroup", sex, area) do nothing`;

const updateSql = `
  update "IndicatorValue" v set ${replaceContent}, version = v.version + 1
  from jsonb_populate_recordset(null::"IndicatorValue", $1::jsonb) g where v.id = g.id and v.version = g.version`;

// A later value of the cell starts above the removed version, so that a stale client gets a conflict.
const deleteSql = `
  with gone as (
    delete from "IndicatorValue" v using jsonb_to_recordset($1::jsonb) as g(id uuid, version int)
    where v.id = g.id and v.version = g.version returning v."indicatorId", v.version),
  kept as (
    update "Indicator" i set "goneVersion" = greatest(i."goneVersion", g.version)
    from (select "indicatorId", max(version) as version from gone group by 1) g where i.id = g."indicatorId")
  select count(*)::int as count from gone`;

/** Retries after a concurrent write; the transaction then sees what the other wrote. */
export const valueWriteOptions = {
  touches: 'plans',
  lock: 'municipality',
  retry: true,
  limits: longTransaction,
} as const;

/** @throws ConcurrentWriteError when a cell has changed since it was read */
export async function writeChanges(tx: Tx, municipalityId: string, changes: readonly Change[]): Promise<void> {
  const added = changes.flatMap(({ indicator, cellKey, stored, content }, order) =>
    content && !stored
      ? [
          {
            id: uuid7(),
            municipalityId,
            indicatorId: indicator.id,
            kind: indicator.kind,
            order,
            ...cellKey,
            ...content,
          },
        ]
      : [],
  );
  const changed = changes.flatMap(({ stored, content }) =>
    content && stored ? [{ ...content, id: stored.id, version: stored.version }] : [],
  );
  const removed = changes.flatMap(({ stored, content }) =>
    stored && !content ? [{ id: stored.id, version: stored.version }] : [],
  );
  const areAllWritten =
    (added.length === 0 || (await execute(tx, insertSql, JSON.stringify(added))) === added.length) &&
    (changed.length === 0 || (await execute(tx, updateSql, JSON.stringify(changed))) === changed.length) &&
    (removed.length === 0 || (await deleteRows(tx, removed)) === removed.length);
  if (!areAllWritten) throw new ConcurrentWriteError();
}

async function deleteRows(tx: Tx, removed: readonly { id: string; version: number }[]): Promise<number> {
  const [deleted] = await queryRows(tx, z.strictObject({ count: z.int() }), deleteSql, JSON.stringify(removed));
  return deleted?.count ?? 0;
}
