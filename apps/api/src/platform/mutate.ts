import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { Actor } from '@vointi/shared/access/grant.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import { AppError, stale } from './app-error.ts';
import { writeAudit } from './audit.ts';
import type { Context } from './context.ts';
import { planChannel } from './live.ts';
import { lockImport, lockMunicipality } from './lock-municipality.ts';
import { lockUser } from './lock-user.ts';
import { retryOnDeadlock } from './retry-on-deadlock.ts';
import { lockRound } from './round-lock.ts';

/** Who writes, and when; a request is a writer. Jobs, commands and sign-ins have no actor. */
export type Writer = { actor: Actor | null; at: Date; requestId: string | null; municipalityId?: string };
export const system = (at: Date) => ({ actor: null, at, requestId: null });

type Action = AuditAction | readonly AuditAction[] | { unaudited: string };

/**
 * Whether boards show the change. `plans`: they do, so the revision of the municipality's plans rises.
 * `in-statement`: the work raises it by `raiseRevisionSql`, in a statement that it needs anyway.
 */
type Touches = 'plans' | 'nothing' | 'in-statement';

type Lock =
  | 'municipality'
  | { user: string }
  | { round: string }
  | { import: { slug: string; code: string | undefined } };

type Options<A, P> = {
  /** The audit action; several when the work decides; `unaudited` with the reason why none. */
  action: A;
  touches: P;
  /** Locks to take before the work, in this order: the municipality first, then users and rounds. */
  lock?: Lock | readonly Lock[];
  /** Runs the transaction again after a deadlock or a `ConcurrentWriteError`. The work must have no other effects. */
  retry?: boolean;
  /** Milliseconds to wait for a connection, and for the transaction to end. */
  limits?: { maxWait?: number; timeout?: number };
};

/** Limits for work that waits for other writers or copies a whole plan. */
export const longTransaction = { maxWait: 10_000, timeout: 30_000 };

/** One audit row. Ids, codes and counts only: see `AuditInput`. */
export type AuditEntry = {
  /** A noun and an id. */
  subject: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  /** The actor of this row when it is not the writer; null for the system. */
  actorId?: string | null;
};

type In<W> = W extends { municipalityId: string } ? unknown : { municipalityId: string | null };
type EntryOf<W, A> = AuditEntry & In<W> & (A extends readonly (infer One)[] ? { action: One } : unknown);
type Audited<W, A> = A extends { unaudited: string }
  ? { audit?: never }
  : { audit: EntryOf<W, A> | readonly EntryOf<W, A>[] };
type Plans<W> = W extends { municipalityId: string }
  ? { touched?: boolean | readonly string[] }
  : { touched: readonly string[] };
type Touched<W, P> = P extends 'plans' ? Plans<W> : { touched?: false };

/**
 * `audit`: one row, several, or none when nothing changed. `touched`: whether a board shows the change, or
 * the ids of the plans; all plans of the municipality when left out. `at`: the time of the change, when it is not the writer's.
 */
type Outcome<W, A, P, T> = { result: T; at?: Date } & Audited<W, A> & Touched<W, P>;

/** The outcome of a work that found nothing to change. */
export const unchanged = <T>(result: T) => ({ result, audit: [], touched: false }) as const;

/**
 * The one way to write: everything in one transaction, in the order locks, work, revision of the plans, audit rows. The
 * audit rows come last because writers of one municipality queue for them until they commit.
 */
export async function mutate<W extends Writer, const A extends Action, P extends Touches, T>(
  { db }: Pick<Context, 'db'>,
  writer: W,
  { action, touches, lock = [], retry = false, limits = {} }: Options<A, P>,
  work: (tx: Tx) => Promise<Outcome<W, A, P, T>>,
): Promise<T> {
  const write = () =>
    db.$transaction(async (tx) => {
      for (const one of [lock].flat()) await take(tx, writer, one);
      const outcome = (await work(tx)) as AnyOutcome<T>;
      const { audit = [], touched = true, at = writer.at, result } = outcome;
      if (touches === 'plans' && touched) {
        await bumpRevision(tx, at, touched === true ? { of: municipalityOf(writer) } : touched);
      }
      for (const entry of [audit].flat()) {
        await writeAudit(tx, at, {
          municipalityId: writer.municipalityId ?? null,
          actorId: entry.actorId === undefined ? personOf(writer) : entry.actorId,
          requestId: writer.requestId,
          ...(typeof action === 'string' && { action }),
          ...entry,
        } as Parameters<typeof writeAudit>[2]);
      }
      return result;
    }, limits);
  return retry ? retryOnDeadlock(write) : write();
}

type AnyOutcome<T> = {
  result: T;
  at?: Date;
  audit?: AuditEntry | readonly AuditEntry[];
  touched?: boolean | readonly string[];
};

async function take(tx: Tx, writer: Writer, lock: Lock): Promise<void> {
  if (lock === 'municipality') await lockMunicipality(tx, municipalityOf(writer));
  else if ('user' in lock) await lockUser(tx, lock.user);
  else if ('round' in lock) await lockRound(tx, { roundId: lock.round, municipalityId: municipalityOf(writer) });
  else await lockImport(tx, lock.import);
}

function municipalityOf({ municipalityId }: Writer): string {
  if (municipalityId === undefined) throw new Error('The writer names no municipality');
  return municipalityId;
}

function personOf({ actor }: Writer): string | null {
  if (actor === null) return null;
  if (actor.kind !== 'user') throw new AppError('unauthenticated');
  return actor.userId;
}

/** Runs in the transaction of the change, so that nobody reads the old content with the new revision. */
async function bumpRevision(tx: Tx, at: Date, plans: readonly string[] | { of: string }): Promise<void> {
  const raised = await tx.plan.updateManyAndReturn({
    where: 'of' in plans ? { municipalityId: plans.of } : { id: { in: [...plans] } },
    data: { revision: { increment: 1 }, updatedAt: at },
    select: { id: true },
  });
  await notifyPlanChanged(
    tx,
    raised.map(({ id }) => id),
  );
}

/** Tells every instance, when the transaction commits, that the plans have changed. */
export async function notifyPlanChanged(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.$executeRaw`select pg_notify(${planChannel}, id) from unnest(${[...ids]}::text[]) as id`;
}

/**
 * Raises the revision of a plan within a statement that writes anyway, for `touches: 'in-statement'`: two parts of its
 * `with`. The statement must read `notified`, or PostgreSQL leaves the notification out.
 */
export const raiseRevisionSql = ({ plan, at, when }: { plan: string; at: string; when: string }): string => `
  raised as (
    update "Plan" set revision = revision + 1, "updatedAt" = ${at} where id = ${plan} and ${when} returning id),
  notified as materialized (select pg_notify('${planChannel}', id::text) as sent from raised)`;

/** @throws AppError conflict with the row as it is now, when it changed since the client read it */
export function assertVersion(row: { version: number }, version: number): void {
  if (row.version !== version) throw stale(row);
}

/** Runs several queries on one state of the database. */
export const readConsistently = <T>(
  { db }: Pick<Context, 'db'>,
  read: (tx: Tx) => Promise<T>,
  limits: { maxWait?: number; timeout?: number } = {},
): Promise<T> => db.$transaction(read, { ...limits, isolationLevel: 'RepeatableRead' });
