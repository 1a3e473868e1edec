import { importPlan } from '@vointi/api/features/plan/import.ts';
import type { Db } from '@vointi/db/client.ts';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import {
  approver,
  approving,
  maijaOf,
  reporterOf,
  reporting,
  reportingCoordinator,
  reportingPlan,
} from './reporting-plan.ts';

type Person = { email: string; displayName: string; role: MemberRole; department?: string };

const reportersOf = (where: typeof reporting): Person[] =>
  Array.from({ length: where.departments }, (_, at) => at + 1).flatMap((number): Person[] => {
    const role = { role: 'reporter', department: `tiimi-${number}` } as const;
    return [
      { email: reporterOf(number, where), displayName: `Aino ${number}`, ...role },
      { email: maijaOf(number, where), displayName: `Maija ${number}`, ...role },
    ];
  });

/** Municipalities whose departments report, each with two people. */
export async function loadReporting(db: Db, passwordHash: string) {
  const people = new Map<typeof reporting, Person[]>([
    [reporting, [{ email: reportingCoordinator, displayName: 'Kaisa Koordinaattori', role: 'coordinator' }]],
    [approving, [{ email: approver, displayName: 'Hilla Hyväksyjä', role: 'approver', department: 'tiimi-1' }]],
  ]);
  for (const [where, more] of people) {
    const result = await importPlan(db, PlanFile.parse(reportingPlan(where)));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const { id: municipalityId, departments } = await db.municipality.update({
      where: { slug: where.slug },
      data: { approvalStep: where === approving },
      select: { id: true, departments: { select: { id: true, slug: true } } },
    });
    for (const { role, department, ...person } of [...reportersOf(where), ...more]) {
      const departmentId = departments.find(({ slug }) => slug === department)?.id ?? null;
      await db.user.create({
        data: { ...person, passwordHash, memberships: { create: { municipalityId, role, departmentId } } },
      });
    }
  }
}
