import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';

const month = 30 * 24 * 60 * 60_000;

/** The daily job: what is over and helps nobody any more is not kept. */
export function deleteOldTask({ db, now }: Context): Task {
  return async () => {
    const at = now();
    const monthAgo = new Date(at.getTime() - month);
    await db.session.deleteMany({ where: { OR: [{ endedAt: { lt: monthAgo } }, { expiresAt: { lt: monthAgo } }] } });
    await db.oneTimeLink.deleteMany({
      where: { OR: [{ endedAt: { lt: monthAgo } }, { expiresAt: { lt: monthAgo } }] },
    });
    await db.signInFlow.deleteMany({ where: { expiresAt: { lt: at } } });
    await db.displayPairing.deleteMany({ where: { expiresAt: { lt: at } } });
    await db.display.deleteMany({ where: { revokedAt: { lt: monthAgo } } });
    await db.rateLimit.deleteMany({ where: { expire: { lt: at } } });
    await db.demoMail.deleteMany({ where: { createdAt: { lt: monthAgo } } });
  };
}
