import type { Status } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { statusOrder } from './status.ts';

type Props = { change: Record<Status, number> | null; className?: string | undefined };

/** "Edellisestä kierroksesta: +3 valmis, −2 aloittamatta". Empty without a previous round. */
export function Change({ change, className }: Props) {
  const t = useTranslations('measure');
  const format = useFormat();
  if (change === null) return null;
  const moved = statusOrder.filter((status) => change[status] !== 0);
  const words = moved.map((status) =>
    t('changed', {
      change: format.change(change[status]),
      status: t(`many.${status}`, { count: Math.abs(change[status]) }),
    }),
  );
  return (
    <p className={className}>{moved.length === 0 ? t('unchanged') : t('changeSince', { changes: words.join(', ') })}</p>
  );
}
