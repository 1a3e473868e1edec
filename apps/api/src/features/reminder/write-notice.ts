import type { Tx } from '@vointi/db/client.ts';
import type { NoticeKind } from '@vointi/shared/mail/topics.ts';
import { isNearEnd, tellingTime } from '@vointi/shared/mail/sending-times.ts';
import { enqueueMail } from '../mail/public.ts';
import { readDepartmentPeople } from './read-people.ts';
import { readUnanswered } from './read-missing.ts';

type Place = { municipalityId: string; roundId: string; departmentId: string };
type NewNotice = Place & { userId: string; kind: NoticeKind; assignmentId?: string; commentId?: string };
/** `at`: the event, or when it can no longer be undone. `endsAt`: when what it tells of is over. */
type Timing = { at: Date; isUrgent: boolean; endsAt: Date | null };

const undoMs = 10 * 60_000;

/** Queues a mail of what a person is to be told at a moment; all notices of a moment are one job. */
export const enqueueNotices = (tx: Tx, userId: string, tellAt: Date): Promise<void> =>
  enqueueMail(tx, { kind: 'notices', userId }, { runAt: tellAt, jobKey: `notices:${userId}:${tellAt.toISOString()}` });

/** Notes what people are to be told, in the transaction of what happened. */
async function createNotices(tx: Tx, notices: readonly NewNotice[], timing: Timing, createdAt = timing.at) {
  if (notices.length === 0) return;
  const when = tellingTime(timing);
  await tx.notice.createMany({ data: notices.map((notice) => ({ ...notice, ...when, createdAt })) });
  for (const userId of new Set(notices.map((notice) => notice.userId))) await enqueueNotices(tx, userId, when.tellAt);
}

/** Tells those who have to answer that a round has opened, or has more time. Call it once the round is open. */
export async function createRoundNotices(
  tx: Tx,
  at: Date,
  { id: roundId, closesAt: endsAt }: { id: string; closesAt: Date | null },
  kind: 'round_opened' | 'round_extended',
): Promise<void> {
  const notices = (await readUnanswered(tx, { roundId })).flatMap(({ municipalityId, departmentId, audience }) =>
    audience.flatMap(({ userId, toAnswer, standsIn }): NewNotice[] =>
      userId !== null && toAnswer > 0 && !standsIn ? [{ municipalityId, roundId, departmentId, userId, kind }] : [],
    ),
  );
  await createNotices(tx, notices, { at, isUrgent: false, endsAt });
}

/** Tells a department that a closed round is open for it again. */
export async function createReopeningNotices(tx: Tx, at: Date, { until, ...place }: Place & { until: Date }) {
  const { reporters, approvers } = await readDepartmentPeople(tx, place);
  const notices = (reporters.length > 0 ? reporters : approvers).map((userId) => ({
    ...place,
    userId,
    kind: 'round_reopened' as const,
  }));
  await createNotices(tx, notices, { at, isUrgent: true, endsAt: until });
}

/** Tells approvers that answers wait for them, once their sender can no longer take them back. */
export async function createWaitingNotices(
  tx: Tx,
  at: Date,
  { assignmentIds, ...place }: Place & { assignmentIds: readonly string[] },
): Promise<void> {
  const { approvers, coordinators } = await readDepartmentPeople(tx, place);
  const { closesAt } = await tx.round.findUniqueOrThrow({ where: { id: place.roundId }, select: { closesAt: true } });
  const notices = (approvers.length > 0 ? approvers : coordinators).flatMap((userId) =>
    assignmentIds.map((assignmentId) => ({ ...place, userId, assignmentId, kind: 'answer_waiting' as const })),
  );
  const isUrgent = closesAt !== null && isNearEnd(closesAt, at);
  await createNotices(tx, notices, { at: new Date(at.getTime() + undoMs), isUrgent, endsAt: closesAt }, at);
}

type OfComment = Place & { assignmentId: string; commentId: string };

/** Tells a writer that the approver has returned the answer. */
export async function createReturnNotice(tx: Tx, at: Date, { authorId, ...comment }: OfComment & { authorId: string }) {
  const { closesAt: endsAt } = await tx.round.findUniqueOrThrow({
    where: { id: comment.roundId },
    select: { closesAt: true },
  });
  const notice = { ...comment, userId: authorId, kind: 'answer_returned' as const };
  await createNotices(tx, [notice], { at, isUrgent: true, endsAt });
}

/** Tells the other side of a comment: the coordinators of what a department wrote, the department of all else. */
export async function createCommentNotices(
  tx: Tx,
  at: Date,
  { authorId, ...comment }: OfComment & { authorId: string },
): Promise<void> {
  const { reporters, approvers, coordinators } = await readDepartmentPeople(tx, comment);
  const department = new Set([...reporters, ...approvers]);
  const { closesAt: endsAt } = await tx.round.findUniqueOrThrow({
    where: { id: comment.roundId },
    select: { closesAt: true },
  });
  const recipients = department.has(authorId) ? coordinators : [...department];
  const notices = recipients
    .filter((userId) => userId !== authorId)
    .map((userId) => ({ ...comment, userId, kind: 'comment_written' as const }));
  await createNotices(tx, notices, { at, isUrgent: false, endsAt });
}
