import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { auditApi, AuditRow } from '@vointi/shared/audit/contract.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { helsinkiDayEnd, helsinkiDayStart } from '@vointi/shared/text/helsinki.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { isUuid } from '../../platform/uuid.ts';

export type Filter = Input<typeof auditApi.export>['body'];
const pageSize = 50;

export function whereOf(municipalityId: string, filter: Filter): Prisma.AuditEntryWhereInput {
  const { action, actor, subject, from, to } = filter;
  const isNoun = subject !== undefined && /^[a-z]+$/.test(subject);
  return {
    municipalityId,
    ...(action && { action }),
    ...(actor && { actorId: actor }),
    ...(subject !== undefined && { subject: isNoun ? { startsWith: `${subject}:` } : subject }),
    ...((from ?? to) && {
      createdAt: { ...(from && { gte: helsinkiDayStart(from) }), ...(to && { lt: helsinkiDayEnd(to) }) },
    }),
  };
}

/** The sequence number of the last entry of the former page. @throws AppError invalid_request */
function sequenceOf(cursor: string): number {
  const sequence = /^[1-9]\d{0,9}$/.test(cursor) ? Number(cursor) : 0;
  if (sequence < 1 || sequence > 0x7fffffff) {
    throw new AppError('invalid_request', [{ path: 'query.cursor', message: 'not one of ours' }]);
  }
  return sequence;
}

type Query = Input<typeof auditApi.list>['query'];

export async function listAudit(
  { db }: Context,
  municipalityId: string,
  { cursor, ...filter }: Query,
): Promise<Result<typeof auditApi.list>> {
  const where = whereOf(municipalityId, filter);
  const rows = await db.auditEntry.findMany({
    where: { AND: [where, ...(cursor === undefined ? [] : [{ sequence: { lt: sequenceOf(cursor) } }])] },
    orderBy: { sequence: 'desc' },
    take: pageSize + 1,
    omit: { previousHash: true, hash: true, municipalityId: true },
  });
  const page = rows.slice(0, pageSize);
  const entries = await withNames(db, municipalityId, page);
  return { entries, next: rows.length > pageSize ? String(page.at(-1)?.sequence) : null };
}

type Entry = Prisma.AuditEntryGetPayload<{ omit: { previousHash: true; hash: true; municipalityId: true } }>;

const idIn = (noun: string, subject: string): string[] =>
  subject.startsWith(`${noun}:`) ? [subject.slice(noun.length + 1)].filter(isUuid) : [];

/** Adds the present names: the log holds none, so that a removed person does not stay in it. */
export async function withNames(tx: Tx, municipalityId: string, entries: readonly Entry[]): Promise<AuditRow[]> {
  const userIds = entries.flatMap(({ actorId, subject }) => [...(actorId ? [actorId] : []), ...idIn('user', subject)]);
  const departmentIds = entries.flatMap(({ subject }) => idIn('department', subject));
  const roundIds = entries.flatMap(({ subject }) => idIn('round', subject));
  const displayIds = entries.flatMap(({ subject }) => idIn('display', subject));
  const [users, departments, rounds, displays] = await Promise.all([
    tx.user.findMany({
      where: { id: { in: [...new Set(userIds)] }, removedAt: null },
      select: { id: true, displayName: true },
    }),
    tx.department.findMany({
      where: { id: { in: [...new Set(departmentIds)] }, municipalityId },
      select: { id: true, name: true },
    }),
    tx.round.findMany({
      where: { id: { in: [...new Set(roundIds)] }, municipalityId },
      select: { id: true, name: true },
    }),
    tx.display.findMany({
      where: { id: { in: [...new Set(displayIds)] }, municipalityId },
      select: { id: true, room: true },
    }),
  ]);
  const names = new Map<string, string>();
  for (const { id, displayName } of users) names.set(`user:${id}`, displayName);
  for (const { id, name } of departments) names.set(`department:${id}`, (name as Text).fi);
  for (const { id, name } of rounds) names.set(`round:${id}`, (name as Text).fi);
  for (const { id, room } of displays) names.set(`display:${id}`, room);
  return entries.map(({ actorId, createdAt, action, subject, ...rest }) => ({
    ...rest,
    action: action as AuditAction,
    createdAt: createdAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, displayName: names.get(`user:${actorId}`) ?? null },
    subject,
    subjectName: names.get(subject) ?? null,
  }));
}
