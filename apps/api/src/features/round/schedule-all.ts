import type { Tx } from '@vointi/db/client.ts';
import { ensureReminders } from '../reminder/public.ts';
import { scheduleEnd, scheduleOpening } from './schedule.ts';

/** Schedules openings, ends of reopenings and reminders of these rounds. A second call changes nothing. */
export async function scheduleRounds(tx: Tx, at: Date, where: { planId?: string } = {}): Promise<void> {
  const rounds = await tx.round.findMany({
    where: { ...where, state: { in: ['planned', 'open'] }, plan: { status: 'published' } },
    orderBy: { opensAt: 'asc' },
    select: { id: true, state: true, opensAt: true, closesAt: true },
  });
  for (const round of rounds) {
    if (round.state === 'planned') await scheduleOpening(tx, at, round);
    await ensureReminders(tx, at, round);
  }
  const reopenings = await tx.roundReopening.findMany({
    where: { round: where, endedAt: null },
    select: { id: true, until: true },
  });
  for (const reopening of reopenings) await scheduleEnd(tx, at, reopening);
}
