import { useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ProblemError } from '../lib/problem.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import styles from './message-page.module.css';

/** Offers a retry when data failed to load, and a reload after an error of the program. */
export function CrashPage({ error }: { error: unknown }) {
  const t = useTranslations('app');
  const router = useRouter();
  if (error instanceof ProblemError) return <ErrorNotice error={error} onRetry={() => void router.invalidate()} />;
  return (
    <section className={styles['message']}>
      <PageHeading title={t('crash.title')}>{t('crash.title')}</PageHeading>
      <p>{t('crash.text')}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </section>
  );
}
