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

  const resultText = ({ queued, skipped }: Reminded) => {
    const of = (reason: Reminded['skipped'][number]['why']) => skipped.filter(({ why }) => why === reason);
    const nobody = of('nobody_to_remind').map(({ department: one }) => {
      const row = departments.find(({ department }) => department.slug === one);
      return row ? localize(row.department.name) : one;
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
  const send = async (departmentSlugs: readonly string[]) => {
    if (isSending.current || departmentSlugs.length === 0) return;
    isSending.current = true;
    setBusy(true);
    try {
      const result = await remind(slug, round.id, [...departmentSlugs]);
      const link = session?.hasMailbox && result.queued > 0 ? { href: '/mailbox', text: t('openMailbox') } : undefined;
      showToast(resultText(result), link);
    } catch (error) {
      showToast(`${t('failed')} ${problemText(error)}`);
    } finally {
      isSending.current = false;
      setBusy(false);
      void client.invalidateQueries({ queryKey: [...roundsKey(slug), round.id] });
    }
  };
  return { isBusy, send: (departmentSlugs) => void send(departmentSlugs) };
}
