import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnSession } from '@vointi/shared/session/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { deleteAccountSession, deleteAccountSessions, listSessions } from '@vointi/shared/session/endpoints.ts';
import { announce } from '../../../lib/announce.tsx';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format.ts';
import { useProblemText } from '../../../lib/use-problem-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { leave } from '../actions.ts';
import styles from './account.module.css';
import { browserOf } from './browser-words.ts';

const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, signal),
});

/** The person's sessions, each of which can be ended. */
export function Sessions() {
  const t = useTranslations('account');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const [isAsking, setAsking] = useState(false);
  const endAll = async () => {
    await call(deleteAccountSessions, {});
    leave(client, '/');
  };
  if (!data) {
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height="6rem" />;
  }
  return (
    <div className={styles['sessions']}>
      <ul className={styles['list']}>
        {data.sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      <Button onClick={() => setAsking(true)}>{t('endAll')}</Button>
      {isAsking && (
        <ConfirmDialog title={t('endAll')} confirm={t('endAll')} onConfirm={endAll} onClose={() => setAsking(false)}>
          <p>{t('endAllAsk')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function Session({ session }: { session: OwnSession }) {
  const t = useTranslations('account');
  const problemText = useProblemText();
  const format = useFormat();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const { id, isCurrent, signedInBy, userAgent, createdAt, lastSeenAt } = session;
  const { browser = t('unknownBrowser'), system } = browserOf(userAgent);
  const name = system ? t('browserOn', { browser, system }) : browser;
  const end = async () => {
    setProblem(null);
    try {
      await call(deleteAccountSession, { params: { id } });
      announce(t('ended'));
      await client.invalidateQueries(sessionsQuery);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <li>
      <div className={styles['where']}>
        <h3>
          {name} {isCurrent && <Tag>{t('thisOne')}</Tag>}
        </h3>
        <p>
          {t('began', { when: format.dateTime(createdAt), how: t(`signedInBy.${signedInBy}`) })}
          {!isCurrent && `, ${t('lastSeen', { when: format.dateTime(lastSeenAt) })}`}
        </p>
        <div role="alert">{problem !== null && <p>{problemText(problem)}</p>}</div>
      </div>
      {!isCurrent && (
        <Button aria-label={t('endNamed', { name })} onClick={() => void end()}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
