import type { Prisma } from '@vointi/db/client.ts';
import type { TestApp } from './test-app.ts';

/** Deletes rounds with what was said in them. The product never does: the database refuses. */
export async function deleteRounds({ db }: Pick<TestApp, 'db'>, where: Prisma.RoundWhereInput): Promise<void> {
  const of = { where: { round: where } };
  await db.reportDraft.deleteMany(of);
  await db.reportComment.deleteMany(of);
  await db.report.deleteMany(of);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.roundSnapshot.deleteMany(of);
  });
  await db.round.deleteMany({ where });
}
