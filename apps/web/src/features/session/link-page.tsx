import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { readLink } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { codeOf } from '../../lib/problem.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LinkForm } from './link-form.tsx';
import { linkToken } from './link-token.ts';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';

/** The page that a link in a mail opens: an invitation or a password reset. */
export function Page() {
  const t = useTranslations('session');
  const token = linkToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['link', token],
    queryFn: () => call(readLink, { body: { token: token ?? '' } }),
    enabled: token !== undefined,
    staleTime: Infinity,
  });
  if (token === undefined) return <Ended title={t('linkAgainTitle')} text={t('linkAgain')} />;
  if (data) return <LinkForm token={token} link={data} />;
  if (codeOf(error) === 'link_expired' || codeOf(error) === 'invalid_request') {
    return <Ended title={t('linkGoneTitle')} text={t('linkGone')} />;
  }
  return (
    <CenteredLayout title={t('linkPage')}>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className={styles['card']}>
          <p>{t('linkReading')}</p>
          <Skeleton height="2.75rem" />
        </div>
      )}
    </CenteredLayout>
  );
}

function Ended({ title, text }: { title: string; text: string }) {
  const t = useTranslations('session');
  return (
    <CenteredLayout title={title}>
      <div className={styles['card']}>
        <p>{text}</p>
        <a href="/forgot-password" className={buttonClass({ variant: 'primary' })}>
          {t('askNew')}
        </a>
      </div>
    </CenteredLayout>
  );
}
