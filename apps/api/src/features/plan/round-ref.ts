import type { Prisma } from '@vointi/db/client.ts';
import type { RoundRef } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';

export const roundRefSelect = {
  slug: true,
  name: true,
  periodAssessed: true,
  state: true,
  opensAt: true,
  closesAt: true,
} satisfies Prisma.RoundSelect;

type Row = Prisma.RoundGetPayload<{ select: typeof roundRefSelect }>;

export const toRoundRef = ({ slug, name, periodAssessed, state, opensAt, closesAt }: Row): RoundRef => ({
  slug,
  name: name as Text,
  periodAssessed: periodAssessed as Text,
  state,
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
});
