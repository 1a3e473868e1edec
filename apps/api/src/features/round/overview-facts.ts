import * as z from 'zod';
import { ReminderEntry, type RoundDepartment } from '@vointi/shared/round/manage-contract.ts';
import type { Db } from '@vointi/db/client.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { reopeningSelect, toReopening } from './write-reopening.ts';
import type { StoredRound } from './rows.ts';

type RoundKey = Pick<StoredRound, 'id' | 'municipalityId'>;
const Count = z.strictObject({ slug: z.string(), count: z.int() });
const DraftState = z.strictObject({
  slug: z.string(),
  measure: z.string(),
  isWritten: z.boolean(),
  isAwaiting: z.boolean(),
});
const LastReminder = z.strictObject({ ...ReminderEntry.shape, slug: z.string(), at: z.date() });

const readReporters = (db: Db, { municipalityId }: RoundKey) =>
  queryRows(
    db,
    Count,
    sql`
    select d.slug, count(distinct m."userId")::int as count
    from "Membership" m
    join "Department" d on d.id = m."departmentId"
    join "User" u on u.id = m."userId"
    where m."municipalityId" = ${municipalityId}::uuid and m."disabledAt" is null and u."removedAt" is null
    group by d.slug`,
  );

const readVisits = (db: Db, { id: roundId, municipalityId }: RoundKey) =>
  db.reportVisit.findMany({
    where: { roundId, municipalityId, user: { removedAt: null } },
    orderBy: { lastAt: 'desc' },
    select: { lastAt: true, department: { select: { slug: true } }, user: { select: { displayName: true } } },
  });

/** For each assignment, whether it has a draft and whether an answer waits for approval; two drafts count once. */
const readDrafts = (db: Db, { id, municipalityId }: RoundKey) =>
  queryRows(
    db,
    DraftState,
    sql`
    select d.slug, m.code as measure, bool_or(t."sentAt" is null) as "isWritten", bool_or(t."sentAt" is not null) as "isAwaiting"
    from "ReportDraft" t
    join "Assignment" a on a.id = t."assignmentId"
    join "Department" d on d.id = a."departmentId"
    join "Measure" m on m.id = a."measureId"
    where t."roundId" = ${id}::uuid and t."municipalityId" = ${municipalityId}::uuid
    group by d.slug, m.code`,
  );

const readComments = (db: Db, { id, municipalityId }: RoundKey) =>
  queryRows(
    db,
    Count,
    sql`
    select d.slug, count(*)::int as count
    from "ReportComment" c
    join "Assignment" a on a.id = c."assignmentId"
    join "Department" d on d.id = a."departmentId"
    where c."roundId" = ${id}::uuid and c."municipalityId" = ${municipalityId}::uuid
    group by d.slug`,
  );

const readReminders = (db: Db, { id, municipalityId }: RoundKey) =>
  queryRows(
    db,
    LastReminder,
    sql`
    select distinct on (d.slug) d.slug, coalesce(r."sentAt", r."createdAt") as at, r.state::text, i."isManual", i.missing,
      case when u."removedAt" is null then u."displayName" end as to
    from "ReminderItem" i
    join "Reminder" r on r.id = i."reminderId"
    join "Department" d on d.id = i."departmentId"
    left join "User" u on u.id = r."userId"
    where i."roundId" = ${id}::uuid and i."municipalityId" = ${municipalityId}::uuid
    order by d.slug, r."createdAt" desc, r.id desc`,
  );

const readReopenings = (db: Db, { id: roundId, municipalityId }: RoundKey) =>
  db.roundReopening.findMany({ where: { roundId, municipalityId, endedAt: null }, select: reopeningSelect });

const bySlug = <Row extends { slug: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.slug, row]));

/** Facts of each department in a round besides its answers, in a number of queries that does not grow with them. */
export async function readFacts(db: Db, round: RoundKey) {
  const [reporters, visits, drafts, comments, reminders, reopenings] = await Promise.all([
    readReporters(db, round).then(bySlug),
    readVisits(db, round).then((all) => Map.groupBy(all, ({ department }) => department.slug)),
    readDrafts(db, round).then((all) => Map.groupBy(all, ({ slug }) => slug)),
    readComments(db, round).then(bySlug),
    readReminders(db, round).then(bySlug),
    readReopenings(db, round),
  ]);
  return {
    isReopened: reopenings.length > 0,
    isAwaiting: (slug: string, measure: string) =>
      (drafts.get(slug) ?? []).some((draft) => draft.measure === measure && draft.isAwaiting),
    of: (slug: string): Omit<RoundDepartment, 'department' | 'counts' | 'lastAnswerAt'> => {
      const own = drafts.get(slug) ?? [];
      const reminder = reminders.get(slug);
      const reopening = reopenings.find(({ department }) => department.slug === slug);
      return {
        reporters: reporters.get(slug)?.count ?? 0,
        visits: (visits.get(slug) ?? []).map(({ user, lastAt }) => ({
          name: user.displayName,
          at: lastAt.toISOString(),
        })),
        drafts: own.filter(({ isWritten }) => isWritten).length,
        awaitingApproval: own.filter(({ isAwaiting }) => isAwaiting).length,
        comments: comments.get(slug)?.count ?? 0,
        lastReminder: reminder ? toLastReminder(reminder) : null,
        reopening: reopening ? toReopening(reopening) : null,
      };
    },
  };
}
export type Facts = Awaited<ReturnType<typeof readFacts>>;

const toLastReminder = ({
  at,
  state,
  isManual,
  to,
  missing,
}: z.output<typeof LastReminder>): NonNullable<RoundDepartment['lastReminder']> => ({
  at: at.toISOString(),
  state,
  isManual,
  to,
  missing,
});
