import type { Prisma } from '@vointi/db/client.ts';
import type { Actor } from '@vointi/shared/access/grant.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import { agesOf } from '@vointi/shared/measure/ages.ts';
import { countStatuses } from '@vointi/shared/measure/status.ts';
import type { municipalityApi, MunicipalityCard } from '@vointi/shared/municipality/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { roundRefSelect, toRoundRef } from '../plan/public.ts';
import { readAges } from './read-ages.ts';
import { readCounts } from './read-counts.ts';

const roundSelect = { ...roundRefSelect, closedAt: true } satisfies Prisma.RoundSelect;
type StoredRound = Prisma.RoundGetPayload<{ select: typeof roundSelect }>;

/** @param rounds that have begun, newest first: the one that is open, else the newest, is current */
function currentOf(rounds: readonly StoredRound[]): MunicipalityCard['plans'][number]['round'] {
  const current = rounds.find(({ state }) => state === 'open') ?? rounds[0];
  return current ? { ...toRoundRef(current), closedAt: current.closedAt?.toISOString() ?? null } : null;
}

/** Municipalities that anybody may read, and those of the reader. */
export async function listMunicipalities({ db }: Context, actor: Actor): Promise<Result<typeof municipalityApi.list>> {
  const [rows, counts, ages] = await Promise.all([
    db.municipality.findMany({
      where: {
        OR: [{ boardAccess: 'public' }, { id: { in: municipalitiesOf(actor) } }],
        plans: { some: { status: 'published' } },
      },
      take: 400,
      select: {
        slug: true,
        code: true,
        name: true,
        isFictional: true,
        plans: {
          where: { status: 'published' },
          orderBy: { year: 'desc' },
          select: {
            id: true,
            year: true,
            updatedAt: true,
            rounds: { where: { state: { not: 'planned' } }, orderBy: { order: 'desc' }, select: roundSelect },
          },
        },
      },
    }),
    readCounts(db),
    readAges(db),
  ]);
  const nameOrder = new Intl.Collator('fi');
  return {
    municipalities: rows
      .map(({ name, plans, ...row }) => ({
        ...row,
        name: name as Text,
        plans: plans.map(({ id, year, updatedAt, rounds }) => ({
          year,
          updatedAt: updatedAt.toISOString(),
          round: currentOf(rounds),
          ages: rounds.length === 0 ? null : (ages.get(id) ?? agesOf([])),
          counts: counts.get(id) ?? countStatuses([]),
        })),
      }))
      .toSorted((a, b) => nameOrder.compare(a.name.fi, b.name.fi)),
  };
}

function municipalitiesOf(actor: Actor): string[] {
  if (actor.kind === 'anonymous') return [];
  if (actor.kind === 'screen') return [actor.municipalityId];
  return actor.memberships.map(({ municipalityId }) => municipalityId);
}
