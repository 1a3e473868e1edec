import type { Db } from '@vointi/db/client.ts';
import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { importPlan, type ImportedPlan } from './import.ts';
import type { ImportOptions } from './import-options.ts';
import { readPlanFile } from './read-plan-file.ts';

type UseDatabase = <T>(work: (db: Db) => Promise<T>) => Promise<T>;
export type LoadResult = (ImportedPlan & { plan: PlanFile }) | { problems: FileProblem[]; more: number };

/** Reads, checks and stores a plan file. A file that is wrong needs no database to be refused. */
export async function loadPlanFile(
  path: string,
  options: ImportOptions,
  useDatabase: UseDatabase,
): Promise<LoadResult> {
  const checked = await readPlanFile(path);
  if ('problems' in checked) return checked;
  const result = await useDatabase((db) => importPlan(db, checked.plan, options));
  return 'problems' in result ? result : { ...result, plan: checked.plan };
}
