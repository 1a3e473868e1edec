import { useQuery } from '@tanstack/react-query';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { roundsQuery } from '../../domain/round/queries.ts';
import { parseDay } from '../../ui/form/day.ts';
import type { RoundFields } from './fields.ts';
import { openingOf } from './opening.ts';
import { today } from './today.ts';

/** Says what sending the form does with the first day that it holds now. */
export function useOpening(slug: string, control: Control<RoundFields>, hasBegun: boolean) {
  const [day, yearText] = useWatch({ control, name: ['opensOn', 'year'] });
  const { data } = useQuery(roundsQuery(slug));
  const year = Number(yearText);
  const opensOn = hasBegun ? null : parseDay(day);
  return {
    kind: openingOf({ opensOn, year }, data?.rounds ?? [], today()),
    departments: data?.plans.find((plan) => plan.year === year)?.departments ?? 0,
  };
}

/** Says that the round opens at once and to how many departments. */
export function OpeningNotice({ kind, departments }: ReturnType<typeof useOpening>) {
  const t = useTranslations('round');
  return (
    <p role="status">
      {kind === 'now' && <strong>{t('opensNow', { count: departments })}</strong>}
      {kind === 'waits' && t('opensAfter')}
    </p>
  );
}
