import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';

/** "tänään klo 8.12", or the day alone when it is not today. */
export function useMoment(): (when: string) => string {
  const t = useTranslations('round');
  const format = useFormat();
  return (when) => {
    const day = format.date(when);
    return day === format.date(Date.now()) ? t('today', { time: format.time(when) }) : day;
  };
}
