import type { Tx } from '@vointi/db/client.ts';
import type { Merge, Pair } from './merge-read.ts';

/**
 * Moves drafts and comments from one assignment to the other. A person with a draft of both keeps both texts, one after
 * the other. The merged draft was never sent as such, so it no longer waits for the approver.
 */
export async function moveDraftsAndComments(tx: Tx, { gone, kept }: Pair): Promise<void> {
  const [from, into] = [gone.id, kept.id];
  await tx.reportComment.updateMany({ where: { assignmentId: from }, data: { assignmentId: into } });
  await tx.$executeRaw`
    update "ReportDraft" k set
      note = left(concat_ws(E'\n', nullif(k.note, ''), nullif(g.note, '')), 10000),
      evidence = left(concat_ws(E'\n', nullif(k.evidence, ''), nullif(g.evidence, '')), 10000),
      figures = g.figures || k.figures, "figureVersions" = null, confirmed = false, "sentAt" = null, version = k.version + 1
    from "ReportDraft" g
    where k."assignmentId" = ${into}::uuid and g."assignmentId" = ${from}::uuid
      and g."roundId" = k."roundId" and g."authorId" = k."authorId"`;
  await tx.$executeRaw`
    update "ReportDraft" g set "assignmentId" = ${into}::uuid, version = version + 1
    where g."assignmentId" = ${from}::uuid and not exists (
      select 1 from "ReportDraft" k
      where k."assignmentId" = ${into}::uuid and k."roundId" = g."roundId" and k."authorId" = g."authorId")`;
  // Their words are in the other draft now.
  await tx.reportDraft.deleteMany({ where: { assignmentId: from } });
}

/** Moves what rounds store of the department itself: visits of its form, reminders and reopenings. */
export async function moveRoundRows(tx: Tx, { from, into }: Merge, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into "ReportVisit" ("municipalityId", "roundId", "departmentId", "userId", "firstAt", "lastAt")
    select "municipalityId", "roundId", ${into.id}::uuid, "userId", "firstAt", "lastAt"
    from "ReportVisit" where "departmentId" = ${from.id}::uuid
    on conflict ("roundId", "departmentId", "userId") do update set
      "firstAt" = least("ReportVisit"."firstAt", excluded."firstAt"),
      "lastAt" = greatest("ReportVisit"."lastAt", excluded."lastAt")`;
  await tx.reportVisit.deleteMany({ where: { departmentId: from.id } });
  await tx.$executeRaw`
    insert into "ReminderItem" ("reminderId", "municipalityId", "roundId", "departmentId", missing, "isManual")
    select "reminderId", "municipalityId", "roundId", ${into.id}::uuid, missing, "isManual"
    from "ReminderItem" where "departmentId" = ${from.id}::uuid
    on conflict ("reminderId", "roundId", "departmentId") do update set
      missing = "ReminderItem".missing + excluded.missing`;
  await tx.reminderItem.deleteMany({ where: { departmentId: from.id } });
  // Of two open reopenings the longer stays.
  await tx.$executeRaw`
    update "RoundReopening" k set until = greatest(k.until, g.until)
    from "RoundReopening" g
    where k."departmentId" = ${into.id}::uuid and g."departmentId" = ${from.id}::uuid
      and k."roundId" = g."roundId" and k."endedAt" is null and g."endedAt" is null`;
  await tx.$executeRaw`
    update "RoundReopening" g set "endedAt" = ${at}
    where g."departmentId" = ${from.id}::uuid and g."endedAt" is null and exists (
      select 1 from "RoundReopening" k
      where k."departmentId" = ${into.id}::uuid and k."roundId" = g."roundId" and k."endedAt" is null)`;
  await tx.roundReopening.updateMany({ where: { departmentId: from.id }, data: { departmentId: into.id } });
}
