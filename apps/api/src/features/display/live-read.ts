import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { idleMs } from '../../platform/session.ts';
import { queryRows, sql } from '../../platform/sql.ts';

/** What listeners are told of a plan. */
export type Stamp = { plan: string; year: number; revision: number };
export type MunicipalityStamps = { slug: string; municipalityId: string; isPublic: boolean; plans: Map<string, Stamp> };

/** A municipality without a published plan has one row, of no plan. */
const StampRow = z.strictObject({
  slug: z.string(),
  municipalityId: z.uuid(),
  isPublic: z.boolean(),
  plan: z.uuid().nullable(),
  year: z.int().nullable(),
  revision: z.int().nullable(),
});

/** The published plans of municipalities as they stand now. */
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

/** Of these sessions those that still let somebody in at the municipalities they have a role in. Touches none. */
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

/** That these screens are there. @returns those that have not been revoked */
export async function touchDisplays(db: Db, ids: readonly string[], at: Date): Promise<Set<string>> {
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
