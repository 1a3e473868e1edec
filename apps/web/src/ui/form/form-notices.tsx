import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { isPassing, ProblemError } from '../../lib/problem.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Icon } from '../icon.tsx';
import styles from './form.module.css';

export type SummaryEntry = { id: string; label: string; message: string };

const goTo = (event: MouseEvent, id: string) => {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
};

/** All errors in one place, each a link to its field. */
export function FormSummary({ entries }: { entries: readonly SummaryEntry[] }) {
  const t = useTranslations('form');
  return (
    <section className={styles['notice']}>
      <h2 className={styles['title']}>
        <Icon name="alert" size={20} />
        {t('summary', { count: entries.length })}
      </h2>
      <ul>
        {entries.map(({ id, label, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {`${label}: ${message}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FormProblem({ problem, title }: { problem: unknown; title?: string | undefined }) {
  const t = useTranslations('form');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const reason = useTranslations('reason');
  const { requestId, details = [] } = problem instanceof ProblemError ? problem : {};
  const reasons = [...new Set(details.flatMap((detail) => detail.reason ?? []))];
  return (
    <section className={styles['notice']}>
      <h2 className={styles['title']}>
        <Icon name="alert" size={20} />
        {title ?? t('failed')}
      </h2>
      {reasons.length > 0 ? reasons.map((one) => <p key={one}>{reason(one)}</p>) : <p>{problemText(problem)}</p>}
      {requestId && isPassing(problem) && <p className={styles['id']}>{ui('requestId', { id: requestId })}</p>}
    </section>
  );
}

export function FormConflict({ isSame }: { isSame: boolean }) {
  const t = useTranslations('form');
  return (
    <section className={styles['notice']}>
      <h2 className={styles['title']}>
        <Icon name="alert" size={20} />
        {t('conflict')}
      </h2>
      <p>{t(isSame ? 'conflictNone' : 'conflictText')}</p>
    </section>
  );
}
