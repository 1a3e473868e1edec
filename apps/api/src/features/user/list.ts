import * as z from 'zod';
import { Prisma } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { userApi } from '@vointi/shared/user/contract.ts';
import type { UserState } from '@vointi/shared/user/state.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { queryRows } from '../../platform/sql.ts';
import { uuidPattern } from '../../platform/uuid.ts';
import { type MunicipalityRequest, readRows } from './rows.ts';

type Query = Input<typeof userApi.list>['query'];
const pageSize = 50;
const { sql } = Prisma;

/** `stateOf` in SQL, to filter by; a test compares the two. */
const stateSql: Record<UserState, Prisma.Sql> = {
  active: sql`(person.enabled > 0 and (u."passwordHash" is not null or u.issuer is not null))`,
  invited: sql`(person.enabled > 0 and u."passwordHash" is null and u.issuer is null)`,
  disabled: sql`person.enabled = 0`,
  removed: sql`false`,
};

/** People with a role in the municipality. */
const peopleSql = (municipalityId: string, { role, department }: Query) => sql`
  select m."userId" as id, count(*) filter (where m."disabledAt" is null) as enabled
  from "Membership" m left join "Department" d on d.id = m."departmentId"
  where m."municipalityId" = ${municipalityId}::uuid
  group by m."userId"
  having bool_or(true ${role ? sql`and m.role = ${role}::"MembershipRole"` : Prisma.empty}
    ${department ? sql`and d.slug = ${department}` : Prisma.empty})`;

/** People who were removed from the municipality: they have no role any more, only the audit log knows that they had. */
const isRemovedSql = (municipalityId: string) => sql`(u."removedAt" is not null and exists (select from "AuditEntry" e
  where e."municipalityId" = ${municipalityId}::uuid and e.action = 'user.remove' and e.subject = 'user:' || u.id))`;
const removedSql = (municipalityId: string) => sql`
  select u.id, 0 as enabled from "User" u where ${isRemovedSql(municipalityId)}`;

const inFinnish = sql`collate "fi-FI-x-icu"`;

export async function listUsers(
  { db }: Context,
  request: MunicipalityRequest,
  { cursor, ...query }: Query,
): Promise<Result<typeof userApi.list>> {
  const { municipalityId } = request;
  const { q, state } = query;
  const people = state === 'removed' ? removedSql(municipalityId) : peopleSql(municipalityId, query);
  const conditions = [
    ...(state && state !== 'removed' ? [stateSql[state]] : []),
    ...(q === undefined
      ? []
      : [sql`position(lower(${q}) in lower(u."displayName" || E'\n' || coalesce(u.email, u."contactEmail", ''))) > 0`]),
  ];
  const from = sql`from person join "User" u on u.id = person.id where ${Prisma.join([sql`true`, ...conditions], ' and ')}`;
  const after = cursor === undefined ? Prisma.empty : afterSql(municipalityId, cursor);
  const [counted, rows] = await Promise.all([
    queryRows(
      db,
      z.strictObject({ total: z.int() }),
      sql`with person as (${people}) select count(*)::int as total ${from}`,
    ),
    queryRows(
      db,
      z.strictObject({ id: z.uuid() }),
      sql`with person as (${people}) select u.id ${from} ${after}
      order by u."displayName" ${inFinnish}, u.id limit ${pageSize + 1}`,
    ),
  ]);
  const page = rows.slice(0, pageSize).map(({ id }) => id);
  return {
    users: await readRows(db, request, page),
    total: counted[0]?.total ?? 0,
    next: rows.length > pageSize ? (page.at(-1) ?? null) : null,
  };
}

const isCursor = new RegExp(`^${uuidPattern}$`);

/**
 * The cursor is the last person of the former page: the list continues after them, also when their name has changed.
 * The page is empty after a person who was never a member: the position would reveal their name.
 */
function afterSql(municipalityId: string, cursor: string): Prisma.Sql {
  if (!isCursor.test(cursor)) {
    throw new AppError('invalid_request', [{ path: 'query.cursor', message: 'not one of ours' }]);
  }
  return sql`and (u."displayName" ${inFinnish}, u.id) >
    (select u."displayName" ${inFinnish}, u.id from "User" u where u.id = ${cursor}::uuid and (
      exists (select from "Membership" m where m."municipalityId" = ${municipalityId}::uuid and m."userId" = u.id)
      or ${isRemovedSql(municipalityId)}))`;
}
