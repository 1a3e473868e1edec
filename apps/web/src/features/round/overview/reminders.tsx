import { useQuery } from '@tanstack/react-query';
import type { RoundState } from '@vointi/shared/round/state.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText } from '../../../lib/text.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { remindersQuery } from '../queries.ts';
import styles from './overview.module.css';

type Props = { slug: string; roundId: string; state: RoundState };

/** The reminders sent, and the next ones. */
export function Reminders({ slug, roundId, state }: Props) {
  const t = useTranslations('round.reminders');
  const format = useFormat();
  const { data, error, refetch } = useQuery(remindersQuery(slug, roundId));
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height="4rem" />;
  const { reminders, upcoming } = data;
  return (
    <div className={styles['reminders']}>
      {state !== 'closed' && (
        <p>
          {upcoming.length > 0
            ? t('upcoming', { days: format.list(upcoming.map((day) => dayText(day))) })
            : t('noUpcoming')}
        </p>
      )}
      {reminders.length === 0 ? (
        <p className={styles['muted']}>{t('none')}</p>
      ) : (
        <Details summary={t('log', { count: reminders.length })}>
          <Table label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('department')}</th>
                <th scope="col">{t('whom')}</th>
                <th scope="col">{t('how')}</th>
                <th scope="col">{t('missing')}</th>
              </tr>
            </thead>
            <tbody>
              {reminders.map((one) => (
                <tr key={`${one.at}/${one.department.slug}/${one.to}`}>
                  <td>{format.dateTime(one.at)}</td>
                  <td>
                    <LocalizedText text={one.department.name} />
                  </td>
                  <td>{one.to ?? t('contact')}</td>
                  <td>{`${t(`state.${one.state}`)}, ${t(one.isManual ? 'manual' : 'automatic')}`}</td>
                  <td>{one.missing}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Details>
      )}
    </div>
  );
}
