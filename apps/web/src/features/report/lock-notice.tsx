import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { isChanged } from './entry.ts';
import { isOverdue } from './row-state.ts';
import { useDeskState } from './use-desk.ts';

/** Why the form cannot be filled in, since when and who can open it; or until when it can, where that is out of the ordinary. */
export function LockNotice() {
  const t = useTranslations('reporting');
  const format = useFormat();
  const { desk, entries } = useDeskState();
  const { lock, round, can } = desk;
  if (round === null || lock === null) return <Notice>{t('noRound')}</Notice>;
  if (lock.isOpen) {
    if (!can.report) return <Notice>{t('readOnly')}</Notice>;
    if (lock.isReopened && lock.until) return <Notice>{t('reopened', { day: format.lastDay(lock.until) })}</Notice>;
    if (isOverdue(desk, Date.now()) && lock.until) {
      return (
        <Notice icon="alert" tone="warning">
          {t('overdue', { day: format.lastDay(lock.until) })}
        </Notice>
      );
    }
    return null;
  }
  const { why, since } = lock;
  const hasUnsent = [...entries.values()].some((entry) => isChanged(entry));
  const when = since === null ? null : format.dateTime(since);
  return (
    <Notice icon="alert" tone="warning" live>
      <p>
        <b>{t(`locked.${why}`)}</b>{' '}
        {why === 'closed'
          ? when === null
            ? ''
            : t('locked.since', { when })
          : when === null
            ? ''
            : t('locked.opens', { when })}
      </p>
      <p>{t(why === 'closed' ? 'locked.who' : 'locked.wait')}</p>
      {hasUnsent && <p>{t('locked.unsent')}</p>}
    </Notice>
  );
}
