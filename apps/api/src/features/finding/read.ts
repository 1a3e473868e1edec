import { grantOf } from '@vointi/shared/access/grant.ts';
import type { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { seesSmall } from '../indicator/public.ts';
import { boardOf, headOf, measuresByCode, type PlanKey } from '../plan/public.ts';
import { findingSelect, toFindings } from './rows.ts';

/** Published findings; drafts too for those who may publish them. */
export async function listFindings(
  context: Context,
  key: PlanKey,
  reader: Reader,
): Promise<Result<typeof findingApi.list>> {
  const { planId, index } = await boardOf(context, key, reader);
  const edit = grantOf(reader.actor, 'finding:manage', key.slug) !== null;
  const rows = await context.db.finding.findMany({
    where: { planId, ...(!edit && { state: 'published' }) },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    select: findingSelect,
  });
  return {
    plan: headOf(index.board),
    findings: await toFindings(context.db, rows, {
      seesAll: seesSmall(reader.actor, key.slug),
      measures: measuresByCode(index.board),
    }),
    can: { edit },
  };
}
