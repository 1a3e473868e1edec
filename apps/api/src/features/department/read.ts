import type { DepartmentDetail } from '@vointi/shared/department/contract.ts';
import { agesOf } from '@vointi/shared/measure/ages.ts';
import { noFilter } from '@vointi/shared/plan/filter.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { boardOf, departmentsOf, headOf, type PlanKey } from '../plan/public.ts';
import { refSelect, toRef } from './ref.ts';

/** A department with its measures in this plan, if any. @throws AppError not_found */
export async function getDepartment(
  context: Context,
  { department: slug, ...key }: PlanKey & { department: string },
  reader: Reader,
): Promise<DepartmentDetail> {
  const { index } = await boardOf(context, key, reader);
  const row = await context.db.department.findFirst({
    where: { slug, municipality: { slug: key.slug }, draftPlanId: null },
    select: { ...refSelect, aliases: true, successor: { select: refSelect } },
  });
  if (!row) throw new AppError('not_found');
  const { goals } = index.filter({ ...noFilter, department: [slug] });
  const measures = goals.flatMap((goal) => goal.measures);
  const lights = measures.flatMap(({ assignments }) => assignments.filter(({ department }) => department === slug));
  const answers = { total: lights.length, done: 0, in_progress: 0, not_started: 0, not_reported: 0 };
  for (const { progress } of lights) answers[progress ?? 'not_reported'] += 1;
  return {
    plan: headOf(index.board),
    department: {
      ...toRef(row),
      aliases: row.aliases,
      successor: row.successor && toRef(row.successor),
    },
    answers,
    ages: index.board.round && agesOf(lights),
    goals,
    departments: departmentsOf(index.board, measures),
  };
}
