import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import { instant, queryRows } from '../../platform/sql.ts';
import { currentSql, draftFieldsSql, figureJoinSql, figureValueSql, isOpenSql } from './sql.ts';

const FormRow = z.strictObject({
  /** Which of the queried desks the row is of. */
  desk: z.int(),
  departmentId: z.uuid(),
  row: ReportingRow.omit({ state: true, waitingSince: true, draft: true, otherDrafts: true }).extend({
    drafts: z.array(Draft.extend({ isOwn: z.boolean(), author: z.string() })),
  }),
});
export type FormRow = z.output<typeof FormRow>;

/** A plan's rows in a round, of one department or of all. */
export type Desk = {
  planId: string;
  year: number;
  round: { id: string; order: number } | null;
  departmentId: string | null;
};

type RowsQuery = {
  at: Date;
  userId: string;
  departmentIds: readonly string[];
  desks: readonly Desk[];
};

const listOf = (object: string, from: string, order: string) =>
  `coalesce((select json_agg(${object} order by ${order}) ${from}), '[]'::json)`;

const othersSql = listOf(
  `json_build_object('slug', e.slug, 'kind', e.kind, 'name', e.name, 'shortName', e."shortName")`,
  `from "Assignment" b join "Department" e on e.id = b."departmentId" where b."measureId" = m.id and b.id <> a.id`,
  'b."order"',
);
const draftsSql = listOf(
  `json_build_object(${draftFieldsSql}, 'author', w."displayName", 'isOwn', d."authorId" = $6::uuid)`,
  `from "ReportDraft" d join "User" w on w.id = d."authorId" where d."assignmentId" = a.id and d."roundId" = desk.round`,
  'd."updatedAt"',
);
const figuresSql = listOf(
  `json_build_object('indicator', i.slug, 'name', i.name, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals,
    'value', ${figureValueSql}, 'version', coalesce(v.version, 0))`,
  `from "MeasureIndicator" k join "Indicator" i on i.id = k."indicatorId" ${figureJoinSql('desk.year')}
    where k."measureId" = m.id`,
  'k."order"',
);
const commentsSql = listOf(
  `json_build_object('id', c.id, 'text', c.text, 'author', w."displayName", 'isOwn', c."authorId" = $6::uuid,
    'createdAt', ${instant('c."createdAt"')})`,
  `from "ReportComment" c join "User" w on w.id = c."authorId" where c."assignmentId" = a.id and c."roundId" = desk.round`,
  'c."createdAt", c.id',
);

const unsentSql = listOf(
  `json_build_object('round', o.name, 'progress', d.progress, 'note', d.note, 'evidence', d.evidence,
    'updatedAt', ${instant('d."updatedAt"')}, 'isAwaited', d."sentAt" is not null)`,
  `from "ReportDraft" d join "Round" o on o.id = d."roundId" where d."assignmentId" = a.id and d."authorId" = $6::uuid
    and not ${isOpenSql('$8::timestamptz')} and (d.progress is not null or d.note <> '' or d.evidence <> '')`,
  'd."updatedAt" desc',
);

/** Larger than any round's number: without a round, every round counts as earlier. */
const noRound = 2_147_483_647;
const noId = '00000000-0000-0000-0000-000000000000';

const rowsSql = `
  select desk.at::int - 1 as desk, a."departmentId", json_build_object(
    'assignmentId', a.id,
    'measure', json_build_object('code', m.code, 'title', m.title, 'goal', g."shortName", 'isNew', m."isNew"),
    'others', ${othersSql},
    'previous', case when p.progress is null then null else json_build_object(
      'round', p.round, 'progress', p.progress, 'note', p.note, 'evidence', p.evidence,
      'reportedAt', ${instant('p."submittedAt"')}) end,
    'report', ${currentSql},
    'drafts', ${draftsSql},
    'unsent', ${unsentSql},
    'figures', ${figuresSql},
    'comments', ${commentsSql}) as row
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $7::uuid[])
    with ordinality as desk(plan, round, "order", year, department, at)
  join "Measure" m on m."planId" = desk.plan
  join "Goal" g on g.id = m."goalId"
  join "Assignment" a on a."measureId" = m.id and a."departmentId" = any($5::uuid[])
    and (desk.department is null or a."departmentId" = desk.department)
  left join "Report" r on r."assignmentId" = a.id and r."roundId" = desk.round
  left join "User" u on u.id = r."authorId"
  left join lateral (
    select o.name as round, e.progress, e.note, e.evidence, e."submittedAt"
    from "Report" e join "Round" o on o.id = e."roundId"
    where e."assignmentId" = a.id and o.state <> 'planned' and o."order" < desk."order" and e.progress is not null
    order by o."order" desc limit 1
  ) p on true
  order by g."order", m."order", a."order"`;

/** Every row of the departments in the plans, with all that its form shows, in the plan's order. One query. */
export const readRows = (db: Db, { at, userId, departmentIds, desks }: RowsQuery): Promise<FormRow[]> =>
  queryRows(
    db,
    FormRow,
    rowsSql,
    desks.map(({ planId }) => planId),
    desks.map(({ round }) => round?.id ?? noId),
    desks.map(({ round }) => round?.order ?? noRound),
    desks.map(({ year }) => String(year)),
    departmentIds,
    userId === '' ? noId : userId,
    desks.map(({ departmentId }) => departmentId),
    at,
  );
