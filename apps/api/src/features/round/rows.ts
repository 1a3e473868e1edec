import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import { grantOf } from '@vointi/shared/access/grant.ts';
import { RoundRef } from '@vointi/shared/plan/contract.ts';
import { AnswerCounts, type PublicRound } from '@vointi/shared/round/contract.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { queryRows, sql } from '../../platform/sql.ts';

const StoredRound = z.strictObject({
  ...RoundRef.shape,
  id: z.uuid(),
  planId: z.uuid(),
  municipalityId: z.uuid(),
  year: z.int(),
  order: z.int(),
  opensAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  decisionDate: z.iso.date().nullable(),
  decisionSection: z.string().nullable(),
  version: z.int(),
  /** Number, time and hash of the newest snapshot; null without one. */
  number: z.int().nullable(),
  takenAt: z.date().nullable(),
  hash: z.string().nullable(),
  counts: AnswerCounts,
});
export type StoredRound = z.output<typeof StoredRound>;

/** The state of report `s` in round `r`: `answerStateOf` of the shared rules. A test compares the two. */
export const answerStateSql = `case when s.progress is null then 'missing' when s."submittedAt" >= r."closesAt" then 'late'
  when s.confirmed then 'confirmed' else 'answered' end`;

type Where = { municipalityId: string; id?: string } | { planId: string };

const whereOf = (where: Where): Prisma.Sql => {
  if ('planId' in where) return Prisma.sql`r."planId" = ${where.planId}::uuid and r.state <> 'planned'`;
  const one = where.id === undefined ? Prisma.empty : Prisma.sql`and r.id = ${where.id}::uuid`;
  // Rounds of a draft do nothing before it is published.
  return Prisma.sql`r."municipalityId" = ${where.municipalityId}::uuid and p.status = 'published' ${one}`;
};

/**
 * The rounds of a municipality, or those of a plan that have begun, newest first, in one query. Counts come from the
 * snapshot when there is one, else from the current answers.
 */
export const readRounds = (tx: Tx, where: Where): Promise<StoredRound[]> =>
  queryRows(
    tx,
    StoredRound,
    sql`
    select r.id, r."planId", r."municipalityId", p.year, r."order", r.slug, r.name, r."periodAssessed", r.state::text,
      r."opensAt", r."closesAt", r."closedAt", r."decisionDate"::text, r."decisionSection", r.version,
      snapshot.number, snapshot."takenAt", encode(snapshot.hash, 'hex') as hash,
      coalesce(snapshot.counts, live.counts) as counts
    from "Round" r
    join "Plan" p on p.id = r."planId"
    left join lateral (
      select s.number, s."takenAt", s.hash, s.rows->'counts' as counts
      from "RoundSnapshot" s where s."roundId" = r.id order by s.number desc limit 1
    ) snapshot on r.state = 'closed'
    left join lateral (
      select jsonb_build_object(
        'answered', count(*) filter (where state = 'answered'), 'confirmed', count(*) filter (where state = 'confirmed'),
        'late', count(*) filter (where state = 'late'), 'missing', count(*) filter (where state = 'missing'),
        'total', count(*)) as counts
      from (
        select ${Prisma.raw(answerStateSql)} as state
        from "Measure" m
        join "Assignment" a on a."measureId" = m.id
        left join "Report" s on s."assignmentId" = a.id and s."roundId" = r.id
        where m."planId" = r."planId"
      ) answer
    ) live on snapshot.counts is null
    where ${whereOf(where)}
    order by p.year desc, r."order" desc`,
  );

/** @throws AppError not_found, also for a round of another municipality */
export async function readRound(tx: Tx, { municipalityId }: Pick<MunicipalityRequest, 'municipalityId'>, id: string) {
  const [round] = await readRounds(tx, { municipalityId, id });
  if (!round) throw new AppError('not_found');
  return round;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const snapshotRefOf = ({ number, takenAt, hash }: StoredRound) =>
  number === null || takenAt === null || hash === null ? null : { number, takenAt: takenAt.toISOString(), hash };

const decisionOf = ({ decisionDate, decisionSection }: StoredRound) =>
  decisionDate === null || decisionSection === null ? null : { date: decisionDate, section: decisionSection };

/** First and last day in Finland: a round ends with the first moment of the day after. */
export const daysOf = ({ opensAt, closesAt }: Pick<StoredRound, 'opensAt' | 'closesAt'>) => ({
  opensOn: opensAt && helsinkiDay(opensAt),
  closesOn: closesAt && helsinkiDay(new Date(closesAt.getTime() - 1)),
});

export const mayManage = ({ actor, slug }: Pick<MunicipalityRequest, 'actor' | 'slug'>): boolean =>
  grantOf(actor, 'round:manage', slug) !== null;

export function toManaged(round: StoredRound, may: boolean): ManagedRound {
  const { id, slug, year, name, periodAssessed, state, closesAt, closedAt, counts, version } = round;
  return {
    id,
    slug,
    year,
    name,
    periodAssessed,
    state,
    ...daysOf(round),
    closesAt: iso(closesAt),
    closedAt: iso(closedAt),
    decision: decisionOf(round),
    frozen: snapshotRefOf(round),
    counts,
    version,
    can: {
      edit: may,
      open: may && state === 'planned',
      close: may && state === 'open',
      reopen: may && state === 'closed',
      delete: may && state === 'planned',
    },
  };
}

export function toPublic(round: StoredRound): PublicRound {
  const { slug, name, periodAssessed, state, opensAt, closesAt, closedAt, counts } = round;
  return {
    slug,
    name,
    periodAssessed,
    state,
    opensAt: iso(opensAt),
    closesAt: iso(closesAt),
    closedAt: iso(closedAt),
    decision: decisionOf(round),
    frozen: snapshotRefOf(round),
    counts,
  };
}
