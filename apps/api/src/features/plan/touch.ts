import type { Tx } from '@vointi/db/client.ts';
import { planChannel } from '../../platform/live.ts';

type Options = { at: Date; except?: string };

/**
 * Raises the revision of the municipality's plans and tells every instance: their boards show what has changed, such as
 * a department or a name. In the transaction of the change, so that nobody reads the old with the new revision.
 */
export async function touchPlans(tx: Tx, municipalityId: string, { at, except }: Options): Promise<void> {
  const touched = await tx.plan.updateManyAndReturn({
    where: { municipalityId, ...(except !== undefined && { id: { not: except } }) },
    data: { revision: { increment: 1 }, updatedAt: at },
    select: { id: true },
  });
  for (const { id } of touched) await announcePlan(tx, id);
}

export async function announcePlan(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${planChannel}, ${planId})`;
}
