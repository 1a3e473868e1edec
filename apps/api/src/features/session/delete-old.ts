import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';

const day = 24 * 60 * 60_000;
const month = 30 * day;

/** The daily job: deletes what has expired. */
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
    // The keys limit mails to one a day; after that the rows keep no trace of the address.
    const twoDaysAgo = new Date(at.getTime() - 2 * day);
    await db.reminder.updateMany({ where: { day: { lt: twoDaysAgo } }, data: { addressKey: null } });
    await db.demoMail.deleteMany({ where: { createdAt: { lt: monthAgo } } });
  };
}
