import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { dayText } from '../../ui/form/day.ts';

/** "04.05.2026–29.05.2026"; a round that came from a document may have no days. */
export function useDays(): (round: Pick<ManagedRound, 'opensOn' | 'closesOn'>) => string {
  const t = useTranslations('round');
  return ({ opensOn, closesOn }) =>
    opensOn === null && closesOn === null ? t('undated') : `${dayText(opensOn)}–${dayText(closesOn)}`;
}
