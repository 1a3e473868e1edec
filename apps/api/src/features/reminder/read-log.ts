import type { Result } from '@vointi/shared/http/route.ts';
import type { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { upcomingReminderDays } from '@vointi/shared/round/reminder-days.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { refSelect, toRef } from '../department/public.ts';
import { canSendMail } from '../mail/public.ts';
import { daysOf } from './write-schedule.ts';

/** The number of coming days to list: only the next ones, as the round may close any time. */
const ahead = 4;

export async function listReminders(
  { db, settings }: Context,
  { municipalityId, roundId, at }: { municipalityId: string; roundId: string; at: Date },
): Promise<Result<typeof roundManageApi.listReminders>> {
  const round = await db.round.findUnique({
    where: { id_municipalityId: { id: roundId, municipalityId } },
    select: { state: true, opensAt: true, closesAt: true },
  });
  if (!round) throw new AppError('not_found');
  const items = await db.reminderItem.findMany({
    where: { roundId, municipalityId },
    orderBy: [{ reminder: { createdAt: 'desc' } }, { reminderId: 'desc' }, { department: { order: 'asc' } }],
    take: 200,
    select: {
      missing: true,
      isManual: true,
      department: { select: refSelect },
      reminder: { select: { state: true, createdAt: true, sentAt: true, user: { select: { displayName: true } } } },
    },
  });
  const days = round.state === 'closed' || !canSendMail(settings) ? undefined : daysOf(round);
  return {
    reminders: items.map(({ missing, isManual, department, reminder }) => ({
      department: toRef(department),
      at: (reminder.sentAt ?? reminder.createdAt).toISOString(),
      state: reminder.state,
      isManual,
      to: reminder.user?.displayName ?? null,
      missing,
    })),
    upcoming: days ? upcomingReminderDays(days.opensOn, days.closesOn, at, ahead) : [],
  };
}
