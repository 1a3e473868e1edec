import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { topicOf, noticeKinds, mailTopics } from '@vointi/shared/mail/topics.ts';
import { nextDigest } from '@vointi/shared/mail/sending-times.ts';
import { name } from '@vointi/shared/text/contract.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { enqueueNotices } from './write-notice.ts';

const NoticeLine = z.strictObject({
  kind: z.enum(noticeKinds),
  municipality: name,
  municipalitySlug: z.string(),
  roundId: z.uuid(),
  roundName: name,
  /** When the round ends for the department; null where it has no days. */
  endsAt: z.date().nullable(),
  department: name,
  slug: z.string(),
  assignmentId: z.uuid().nullable(),
  /** Whether the reader answers for the department; coordinators read on the page of the round. */
  isOwn: z.boolean(),
});
export type NoticeLine = z.output<typeof NoticeLine>;

const Muted = z.strictObject({ topics: z.array(z.enum(mailTopics)) });

/**
 * Takes what a person is to be told by now into a mail. One statement takes it, so two mails cannot tell the same. What
 * has been settled or read meanwhile, and what the person has muted, is taken too but gives no line.
 */
export async function takeNotices(
  tx: Tx,
  { userId, mailId, at }: { userId: string; mailId: string; at: Date },
): Promise<NoticeLine[]> {
  await tx.$executeRaw`
    update "Notice" set "toldIn" = ${mailId}::uuid
    where "userId" = ${userId}::uuid and "toldIn" is null and "tellAt" <= ${at}::timestamptz`;
  const [muted] = await queryRows(
    tx,
    Muted,
    sql`select "mutedMails"::text[] as topics from "User" where id = ${userId}::uuid`,
  );
  const lines = await queryRows(
    tx,
    NoticeLine,
    sql`
    select n.kind::text, u.name as municipality, u.slug as "municipalitySlug", r.id as "roundId", r.name as "roundName",
      coalesce(o.until, r."closesAt") as "endsAt", d.name as department, d.slug, n."assignmentId", own.is as "isOwn"
    from "Notice" n
    join "Municipality" u on u.id = n."municipalityId"
    join "Round" r on r.id = n."roundId" and r."municipalityId" = n."municipalityId"
    join "Department" d on d.id = n."departmentId" and d."municipalityId" = n."municipalityId"
    left join lateral (
      select max(e.until) as until from "RoundReopening" e
      where e."roundId" = r.id and e."departmentId" = d.id and e."endedAt" is null and e.until > ${at}::timestamptz
    ) o on true
    cross join lateral (
      select coalesce(bool_or(m."departmentId" = d.id), false) as is, count(*) > 0 as "mayRead" from "Membership" m
      where m."userId" = n."userId" and m."municipalityId" = n."municipalityId" and m."disabledAt" is null
        and (m."departmentId" = d.id or m.role = 'coordinator')
    ) own
    where n."toldIn" = ${mailId}::uuid and n."readAt" is null and own."mayRead" and case n.kind
      when 'round_opened' then r.state = 'open'
      when 'round_extended' then r.state = 'open'
      when 'round_reopened' then o.until is not null
      when 'answer_waiting' then exists (
        select from "ReportDraft" w
        where w."roundId" = r.id and w."assignmentId" = n."assignmentId" and w."sentAt" is not null)
      when 'answer_returned' then exists (
        select from "ReportDraft" w
        where w."roundId" = r.id and w."assignmentId" = n."assignmentId" and w."authorId" = n."userId" and w."sentAt" is null)
      else true end
    order by n."createdAt", n.id`,
  );
  const topics = new Set(muted?.topics);
  return lines.filter(({ kind }) => !topics.has(topicOf(kind)));
}

/** Gives back what a mail did not tell, to be told at the next attempt. */
export const returnNotices = (tx: Tx, mailId: string): Promise<unknown> =>
  tx.notice.updateMany({ where: { toldIn: mailId }, data: { toldIn: null } });

/**
 * Gives back what a mail may or may not have told, for the next digest: the mail is not sent again, and nothing that it
 * may have told is lost.
 */
export async function postponeNotices(tx: Tx, { userId, mailId, at }: { userId: string; mailId: string; at: Date }) {
  const tellAt = nextDigest(at);
  const { count } = await tx.notice.updateMany({ where: { toldIn: mailId }, data: { toldIn: null, tellAt } });
  if (count > 0) await enqueueNotices(tx, userId, tellAt);
}
