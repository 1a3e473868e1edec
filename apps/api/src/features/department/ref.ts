import type { DepartmentRef } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';

export const refSelect = { slug: true, kind: true, name: true, shortName: true } as const;

type Stored = Omit<DepartmentRef, 'name' | 'shortName'> & { name: unknown; shortName: unknown };

export const toRef = ({ slug, kind, name, shortName }: Stored): DepartmentRef => ({
  slug,
  kind,
  name: name as Text,
  shortName: shortName as Text | null,
});
