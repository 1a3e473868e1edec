import type { Prisma } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { auditApi, AuditRow } from '@vointi/shared/audit/contract.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { helsinkiDayEnd, helsinkiDayStart } from '@vointi/shared/text/helsinki.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { type Names, readNames } from './names.ts';

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
  const names = await readNames(db, municipalityId, page);
  return {
    entries: withNames(page, names),
    names: Object.fromEntries(names),
    next: rows.length > pageSize ? String(page.at(-1)?.sequence) : null,
  };
}

type Entry = Prisma.AuditEntryGetPayload<{ omit: { previousHash: true; hash: true; municipalityId: true } }>;

const idOf = (subject: string): string => subject.split(':')[1] ?? '';

/** The entries with the present names of who acted and on what. */
export function withNames(entries: readonly Entry[], names: Names): AuditRow[] {
  return entries.map(({ actorId, createdAt, action, subject, ...rest }) => ({
    ...rest,
    action: action as AuditAction,
    createdAt: createdAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, displayName: names.get(actorId)?.fi ?? null },
    subject,
    subjectName: names.get(idOf(subject))?.fi ?? null,
  }));
}
