import type { Board, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';

export type DepartmentOf = (slug: string) => DepartmentRef | undefined;

/** Departments of a board by slug: the same function as long as the departments are the same. */
export function useDepartments({ departments }: Pick<Board, 'departments'>): DepartmentOf {
  return useMemo(() => {
    const bySlug = new Map(departments.map((department) => [department.slug, department]));
    return (slug) => bySlug.get(slug);
  }, [departments]);
}
