import { useQueryClient } from '@tanstack/react-query';
import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useProblemText } from '../../../lib/use-problem-text.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../domain/session/queries.ts';
import { roundsKey } from '../../../domain/round/queries.ts';
import { remind, type Reminded } from '../writes.ts';

export type Remind = { isBusy: boolean; send: (departments: readonly string[]) => void };

/** Sends reminders and tells the result. */
export function useRemind(slug: string, { round, departments }: RoundOverview): Remind {
  const t = useTranslations('round.reminded');
  const localize = useLocalizedText();
  const format = useFormat();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);

  const told = ({ queued, skipped }: Reminded) => {
    const of = (wanted: Reminded['skipped'][number]['why']) => skipped.filter(({ why }) => why === wanted);
    const nobody = of('nobody_to_remind').map(({ department: one }) => {
      const found = departments.find(({ department }) => department.slug === one);
      return found ? localize(found.department.name) : one;
    });
    const [today, answered] = [of('reminded_today').length, of('answered').length];
    return [
      t('queued', { count: queued }),
      today > 0 && t('today', { count: today }),
      answered > 0 && t('answered', { count: answered }),
      nobody.length > 0 && t('nobody', { names: format.list(nobody) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
  const send = async (wanted: readonly string[]) => {
    if (isSending.current || wanted.length === 0) return;
    isSending.current = true;
    setBusy(true);
    try {
      const result = await remind(slug, round.id, [...wanted]);
      const link = session?.hasMailbox && result.queued > 0 ? { href: '/mailbox', text: t('openMailbox') } : undefined;
      showToast(told(result), link);
    } catch (error) {
      showToast(`${t('failed')} ${problemText(error)}`);
    } finally {
      isSending.current = false;
      setBusy(false);
      void client.invalidateQueries({ queryKey: [...roundsKey(slug), round.id] });
    }
  };
  return { isBusy, send: (wanted) => void send(wanted) };
}
