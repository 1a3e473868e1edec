import { importPlan } from '@vointi/api/features/plan/import.ts';
import { hashPassword } from '@vointi/api/platform/password-hash.ts';
import { closeDb, createDb } from '@vointi/db/client.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { password } from './accounts.ts';
import { large, own } from './plans.ts';

const db = createDb(process.argv[2] ?? '');
try {
  for (const size of [large, own]) {
    const result = await importPlan(db, PlanFile.parse(makePlan(size)));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  }
  const { id: municipalityId } = await db.municipality.findUniqueOrThrow({ where: { slug: own.slug } });
  const passwordHash = await hashPassword(password);
  for (const role of ['admin', 'coordinator'] as const) {
    await db.user.create({
      data: {
        email: `${role}@${own.slug}.example`,
        displayName: `${own.name}, ${role}`,
        passwordHash,
        memberships: { create: { municipalityId, role } },
      },
    });
  }
} finally {
  await closeDb(db);
}
