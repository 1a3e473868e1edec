import type { Mapping } from '@vointi/shared/identity/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { identityApi } from '@vointi/shared/identity/contract.ts';
import type { Prisma } from '@vointi/db/client.ts';
import type { Context } from '../../platform/context.ts';
import { refSelect, toRef } from '../department/public.ts';
import { maxMappings } from '@vointi/shared/identity/limits.ts';

export const mappingSelect = {
  id: true,
  claim: true,
  value: true,
  role: true,
  department: { select: refSelect },
  version: true,
} as const satisfies Prisma.IdentityMappingSelect;

type Row = Prisma.IdentityMappingGetPayload<{ select: typeof mappingSelect }>;

export const mappingOf = ({ department, ...row }: Row): Mapping => ({
  ...row,
  department: department && toRef(department),
});

/** The map of a municipality, and the provider whose claims it reads. */
export async function listMappings(
  { db, settings }: Context,
  municipalityId: string,
  slug: string,
): Promise<Result<typeof identityApi.list>> {
  const rows = await db.identityMapping.findMany({
    where: { municipalityId },
    orderBy: [{ claim: 'asc' }, { value: 'asc' }, { role: 'asc' }, { id: 'asc' }],
    take: maxMappings,
    select: mappingSelect,
  });
  const provider = settings.identityProvider;
  return {
    provider: provider?.municipality === slug ? { name: provider.name, issuer: provider.issuer } : null,
    mappings: rows.map(mappingOf),
  };
}

/** The provider's municipality with the claims that its map names; undefined when there is no such municipality. */
export async function getMappedClaims(
  { db }: Context,
  slug: string,
): Promise<{ municipalityId: string; claims: string[] } | undefined> {
  const row = await db.municipality.findUnique({
    where: { slug },
    select: { id: true, mappings: { distinct: ['claim'], select: { claim: true } } },
  });
  return row ? { municipalityId: row.id, claims: row.mappings.map(({ claim }) => claim) } : undefined;
}
