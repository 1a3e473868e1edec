import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';

type Reminder = NonNullable<RoundDepartment['lastReminder']>;

/** "Lähetetty 24.11.2026 klo 8.00: Maija Meikäläinen, 4 puuttui" */
export function useReminderWords(): (reminder: Reminder) => string {
  const t = useTranslations('round.reminders');
  const format = useFormat();
  return ({ at, state, to, isManual }) =>
    t('sent', {
      state: t(`state.${state}`),
      when: format.dateTime(at),
      to: to ?? t('contact'),
      how: t(isManual ? 'manual' : 'automatic'),
    });
}
