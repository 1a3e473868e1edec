import { importPlan } from '@vointi/api/features/plan/import.ts';
import type { Db } from '@vointi/db/client.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import {
  coordinatorOf,
  figurePlan,
  figures,
  manyFiguresPlan,
  noFiguresPlan,
  reporterOf,
  trial,
} from './indicator-plan.ts';

/** Municipalities for tests of figures, one of them with somebody who writes and somebody who answers. */
export async function loadFigures(db: Db, passwordHash: string) {
  for (const plan of [figurePlan(figures), figurePlan(trial), manyFiguresPlan(), noFiguresPlan()]) {
    const result = await importPlan(db, PlanFile.parse(plan));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  }
  for (const where of [figures, trial]) {
    const { id: municipalityId, departments } = await db.municipality.findUniqueOrThrow({
      where: { slug: where.slug },
      select: { id: true, departments: { select: { id: true } } },
    });
    const people = [
      { email: coordinatorOf(where), displayName: 'Kirsi Koordinaattori', role: 'coordinator', departmentId: null },
      {
        email: reporterOf(where),
        displayName: 'Tiina Tiimi',
        role: 'reporter',
        departmentId: departments[0]?.id ?? null,
      },
    ] as const;
    for (const { role, departmentId, ...person } of people) {
      await db.user.create({
        data: { ...person, passwordHash, memberships: { create: { municipalityId, role, departmentId } } },
      });
    }
  }
}
