import { importPlan } from '@vointi/api/features/plan/import.ts';
import { closeDb, createDb } from '@vointi/db/client.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { large } from './plans.ts';

const db = createDb(process.argv[2] ?? '');
try {
  const result = await importPlan(db, PlanFile.parse(makePlan(large)));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
} finally {
  await closeDb(db);
}
