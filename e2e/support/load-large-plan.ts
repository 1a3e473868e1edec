import { importPlan } from '@vointi/api/features/plan/import.ts';
import { hashPassword } from '@vointi/api/platform/password-hash.ts';
import { closeDb, createDb } from '@vointi/db/client.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { password } from './accounts.ts';
import { loadFigures } from './load-figures.ts';
import { loadReporting } from './load-reporting.ts';
import { large, own, reporterOf, round, roundless } from './plans.ts';

const db = createDb(process.argv[2] ?? '');
try {
  for (const size of [large, own, round, roundless]) {
    const result = await importPlan(db, PlanFile.parse(makePlan(size)));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  }
  const passwordHash = await hashPassword(password);
  for (const { slug, name } of [own, round, roundless]) {
    const { id: municipalityId } = await db.municipality.findUniqueOrThrow({ where: { slug } });
    for (const role of ['admin', 'coordinator'] as const) {
      await db.user.create({
        data: {
          email: `${role}@${slug}.example`,
          displayName: `${name}, ${role}`,
          passwordHash,
          memberships: { create: { municipalityId, role } },
        },
      });
    }
  }
  await loadReporting(db, passwordHash);
  await loadFigures(db, passwordHash);
  // One department has a reporter, who can be reminded.
  const { id: municipalityId } = await db.municipality.findUniqueOrThrow({ where: { slug: round.slug } });
  const { id: departmentId } = await db.department.findFirstOrThrow({
    where: { municipalityId, assignments: { some: {} } },
    orderBy: { slug: 'asc' },
  });
  await db.user.create({
    data: {
      email: reporterOf(round),
      displayName: 'Raija Raportoija',
      passwordHash,
      memberships: { create: { municipalityId, role: 'reporter', departmentId } },
    },
  });
} finally {
  await closeDb(db);
}
