import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useMoment } from '../use-moment.ts';

type Reminder = NonNullable<RoundDepartment['lastReminder']>;

/** "Lähetetty 24.11.2026: Maija Meikäläinen (käsin)" */
export function useReminderText(): (reminder: Reminder) => string {
  const t = useTranslations('round.reminders');
  const moment = useMoment();
  return ({ at, state, to, isManual }) =>
    t('sent', {
      state: t(`state.${state}`),
      when: moment(at),
      to: to ?? t('contact'),
      how: t(isManual ? 'manual' : 'automatic'),
    });
}
