import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { idleMs } from '../../platform/session.ts';
import { queryRows, sql } from '../../platform/sql.ts';

/** The event that listeners get about a plan. */
export type Stamp = { plan: string; year: number; revision: number };
export type MunicipalityStamps = { slug: string; municipalityId: string; isPublic: boolean; plans: Map<string, Stamp> };

/** A municipality without a published plan has one row, with null for the plan. */
const StampRow = z.strictObject({
  slug: z.string(),
  municipalityId: z.uuid(),
  isPublic: z.boolean(),
  plan: z.uuid().nullable(),
  year: z.int().nullable(),
  revision: z.int().nullable(),
});

/** The current revisions of the municipalities' published plans. */
export async function readStamps(db: Db, slugs: readonly string[]): Promise<MunicipalityStamps[]> {
  const rows = await queryRows(
    db,
    StampRow,
    sql`
    select m.slug, m.id as "municipalityId", m."boardAccess" = 'public' as "isPublic",
      p.id as plan, p.year, p.revision
    from "Municipality" m left join "Plan" p on p."municipalityId" = m.id and p.status = 'published'
    where m.slug = any(${slugs}) order by p.year desc`,
  );
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  return [...bySlug.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { slug, municipalityId, isPublic } = first;
    const plans = own.flatMap(({ plan, year, revision }) =>
      plan !== null && year !== null && revision !== null ? [[plan, { plan, year, revision }] as const] : [],
    );
    return [{ slug, municipalityId, isPublic, plans: new Map(plans) }];
  });
}

/** Those of the sessions that are still valid. Leaves their time of last use as it is. */
export async function readLiveSessions(db: Db, ids: readonly string[], at: Date): Promise<Set<string>> {
  const sessions = await db.session.findMany({
    where: {
      id: { in: [...ids] },
      endedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - idleMs) },
    },
    select: { id: true },
  });
  return new Set(sessions.map(({ id }) => id));
}

/** Records that these screens are connected. @returns those that have not been revoked */
export async function updateLastSeen(db: Db, ids: readonly string[], at: Date): Promise<Set<string>> {
  const seen = await db.display.updateManyAndReturn({
    where: { id: { in: [...ids] }, revokedAt: null },
    data: { lastSeenAt: at },
    select: { id: true },
  });
  return new Set(seen.map(({ id }) => id));
}

export type DisplayStamp = { id: string; version: number; presenter: unknown; isRevoked: boolean };

export async function readDisplays(db: Db, ids: readonly string[]): Promise<DisplayStamp[]> {
  const rows = await db.display.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, version: true, presenter: true, revokedAt: true },
  });
  return rows.map(({ revokedAt, ...row }) => ({ ...row, isRevoked: revokedAt !== null }));
}
