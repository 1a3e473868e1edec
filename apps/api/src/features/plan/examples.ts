import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@vointi/db/client.ts';
import { esimerkkila } from '@vointi/db/seed/esimerkkila.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { importPlan } from './import.ts';

/**
 * The demo's municipalities: Kouvola, whose plan is real, and Esimerkkilä, which is made up and says so.
 * What is there already is left alone.
 */
export async function loadExamples(db: Db, folder: string): Promise<void> {
  const kouvola: unknown = JSON.parse(await readFile(join(folder, 'kouvola-2024.json'), 'utf8'));
  for (const given of [kouvola, esimerkkila()]) {
    const plan = PlanFile.parse(given);
    const { slug } = plan.municipality;
    const existing = await db.plan.findFirst({ where: { year: plan.plan.year, municipality: { slug } } });
    if (existing) continue;
    const result = await importPlan(db, plan);
    if ('problems' in result) throw new Error(`The example ${slug} was refused: ${JSON.stringify(result.problems)}`);
  }
}
