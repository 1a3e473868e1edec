import { useQuery } from '@tanstack/react-query';
import type { MeasureRevision } from '@vointi/shared/measure/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { revisionsQuery } from '../queries.ts';
import { answerOf } from '../../../domain/measure/status.ts';
import { shortNameOf } from '../../../domain/measure/text.ts';
import styles from './measure-view.module.css';

type Props = { slug: string; year: number; code: string };

const pageSize = 10;

/** Versions of answers, newest first, with the progress before and after. */
export function Timeline({ slug, year, code }: Props) {
  const t = useTranslations('measurePage.timeline');
  const { data, error, refetch } = useQuery(revisionsQuery(slug, String(year), code));
  const [limit, setLimit] = useState(pageSize);
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height="6rem" />;
  const { revisions, isWhole } = data;
  if (revisions.length === 0) return <p className={styles['muted']}>{t('none')}</p>;
  return (
    <>
      {!isWhole && <p className={styles['muted']}>{t('lastOnly')}</p>}
      <ol className={styles['timeline']}>
        {revisions.slice(0, limit).map((one) => (
          <li key={`${one.round.slug}/${one.department.slug}/${one.version}`}>
            <Light status={answerOf(one.progress)} size="s" />
            <Entry revision={one} />
          </li>
        ))}
      </ol>
      {revisions.length > limit && (
        <Button onClick={() => setLimit(limit + pageSize * 2)}>{t('more', { count: revisions.length - limit })}</Button>
      )}
    </>
  );
}

function Entry({ revision }: { revision: MeasureRevision }) {
  const t = useTranslations('measurePage.timeline');
  const page = useTranslations('measurePage');
  const lower = useTranslations('measure.lower');
  const format = useFormat();
  const { at, round, department, before, progress, note, evidence, confirmed, isOnBehalf } = revision;
  const now = lower(answerOf(progress));
  const isMoved = before !== null && before !== progress;
  return (
    <div className={styles['entry']}>
      <p>
        <b>
          <LocalizedText text={shortNameOf(department)} />
        </b>
        {': '}
        {isMoved ? t('moved', { before: lower(before), now }) : now}
        {confirmed && `, ${t('confirmed')}`}
      </p>
      {note && (
        <p>
          <LocalizedText text={note} />
        </p>
      )}
      {evidence && (
        <p>
          {page('evidence')}
          <LocalizedText text={evidence} />
        </p>
      )}
      <p className={styles['small']}>
        {at ? format.dateTime(at) : t('undated')}
        {' · '}
        <LocalizedText text={round.name} />
        {isOnBehalf && ` · ${t('onBehalf')}`}
      </p>
      <People people={revision.people} />
    </div>
  );
}

/** Names are shown to staff of the municipality only. */
function People({ people }: Pick<MeasureRevision, 'people'>) {
  const t = useTranslations('measurePage.timeline');
  const parts = [
    people?.author != null && t('author', { name: people.author }),
    people?.approver != null && t('approver', { name: people.approver }),
    people?.onBehalfOf != null && t('from', { name: people.onBehalfOf }),
  ].filter(Boolean);
  return parts.length > 0 && <p className={styles['small']}>{parts.join(' · ')}</p>;
}
