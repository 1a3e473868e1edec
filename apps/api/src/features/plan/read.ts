import type { Db } from '@vointi/db/client.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { planApi } from '@vointi/shared/plan/read-contract.ts';
import { allowedOf, chosenOf, keysOf, type FilterField } from '@vointi/shared/filter/field.ts';
import {
  boardFields,
  type BoardFilter,
  type BoardOptions,
  type MeasureInPlan,
} from '@vointi/shared/plan/filter-fields.ts';
import { isUnfiltered } from '@vointi/shared/plan/filter.ts';
import { sendBytes } from '../../platform/answer-bytes.ts';
import { AppError } from '../../platform/app-error.ts';
import type { CachedBoard } from '../../platform/boards.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { boardOfSnapshot } from './snapshot-board.ts';
import { readHead } from './board-query.ts';
import { headOf } from './plan-head.ts';

export type PlanKey = { slug: string; year: number };

/**
 * The board of a published plan, for whoever may read it: a municipality can keep its board to its own people.
 * @throws AppError not_found; unauthenticated where signing in may help
 */
export async function boardOf({ db, boards }: Context, { slug, year }: PlanKey, reader: Reader): Promise<CachedBoard> {
  const kept = boards.peek(slug, year) ?? (await boards.get(slug, year));
  if (!kept) {
    // Which years there are is part of what is kept from others.
    if (reader.grant.reach === 'public') assertReadable(!(await isPrivateMunicipality(db, slug)), reader);
    throw new AppError('not_found');
  }
  assertReadable(kept.isPublic, reader);
  return kept;
}

/**
 * The plan without what it holds: a page that shows nothing of the board does not make it be read.
 * @throws AppError not_found; unauthenticated where signing in may help
 */
export async function planOf(context: Context, { slug, year }: PlanKey, reader: Reader) {
  const kept = context.boards.peek(slug, year);
  if (kept) {
    assertReadable(kept.isPublic, reader);
    return { planId: kept.planId, head: headOf(kept.index.board) };
  }
  const found = await readHead(context.db, slug, year);
  if (!found) {
    if (reader.grant.reach === 'public') assertReadable(!(await isPrivateMunicipality(context.db, slug)), reader);
    throw new AppError('not_found');
  }
  assertReadable(found.isPublic, reader);
  return { planId: found.planId, head: found.head };
}

/** Whether a municipality shows its plans to its own people and screens only. */
export const isPrivateMunicipality = async (db: Db, slug: string): Promise<boolean> =>
  (await db.municipality.count({ where: { slug, boardAccess: 'signed_in' } })) > 0;

/** @throws AppError unauthenticated, not_found when it is not public and the reader is not of the municipality */
export function assertReadable(isPublic: boolean, { actor, grant }: Reader) {
  if (isPublic || grant.reach !== 'public') return;
  throw new AppError(actor.kind === 'anonymous' ? 'unauthenticated' : 'not_found');
}

type Query = BoardFilter & { round?: string | undefined };

/** The board of today, or as a closed round left it. */
async function keptOf(context: Context, key: PlanKey, round: string | undefined, reader: Reader) {
  const today = await boardOf(context, key, reader);
  return round === undefined ? today : boardOfSnapshot(context, today, round);
}

function filteredOf(index: CachedBoard['index'], filter: BoardFilter): Board {
  rejectUnknownValues(filter, index.board);
  return index.filter(filter);
}

/** The board of today, or as a closed round left it, with the measures that pass the filters. */
export async function readFiltered(
  context: Context,
  key: PlanKey,
  { round, ...filter }: Query,
  reader: Reader,
): Promise<Board> {
  const { index } = await keptOf(context, key, round, reader);
  return isUnfiltered(filter) ? index.board : filteredOf(index, filter);
}

/** The whole board, of today or as a closed round left it, as kept bytes; a filtered one is made for the request. */
export async function getBoard(
  context: Context,
  key: PlanKey,
  { round, ...filter }: Query,
  reader: Reader,
): Promise<Bytes | Result<typeof planApi.board>> {
  const { bytes, index } = await keptOf(context, key, round, reader);
  const { staleSince } = context.boards;
  if (isUnfiltered(filter)) return (request, reply) => sendBytes(request, reply, bytes, staleSince);
  const filtered = filteredOf(index, filter);
  if (!staleSince) return filtered;
  return async (_request, reply) => reply.header('vointi-stale-since', staleSince.toISOString()).send(filtered);
}

/** A value that the plan does not have would show nothing without a reason: the problem lists those that it has. */
function rejectUnknownValues(filter: BoardFilter, board: BoardOptions) {
  for (const key of keysOf(boardFields)) {
    const field: FilterField<MeasureInPlan, BoardOptions> = boardFields[key];
    const allowed = allowedOf(field, board);
    const unknown = allowed ? chosenOf(filter, key).filter((value) => !allowed.includes(value)) : [];
    if (!allowed || unknown.length === 0) continue;
    throw new AppError(
      'unknown_value',
      unknown.map((value) => ({ path: `query.${key}`, message: `unknown value ${value}`, allowed: [...allowed] })),
    );
  }
}
