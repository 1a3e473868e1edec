import { useTranslations } from 'use-intl';
import { codeOf, ProblemError } from '../lib/problem.ts';
import { useProblemText } from '../lib/use-problem-text.ts';
import { signInPath } from '../lib/sign-in-path.ts';
import { Button, buttonClass } from './button.tsx';
import { Empty } from './empty.tsx';

/** An error in words, with a button to retry or a link to sign in. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('ui');
  const problemText = useProblemText();
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
  if (codeOf(error) === 'unauthenticated') {
    return (
      <Empty
        title={problemText(error)}
        actions={
          <a href={signInPath(location.pathname + location.search)} className={buttonClass({ variant: 'primary' })}>
            {t('signIn')}
          </a>
        }
      />
    );
  }
  // No retry: it would not help, and each try is audited.
  if (codeOf(error) === 'forbidden') {
    return (
      <div role="alert">
        <Empty title={problemText(error)} />
      </div>
    );
  }
  return (
    <div role="alert">
      <Empty
        title={t('error')}
        actions={
          onRetry && (
            <Button variant="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        <p>{problemText(error)}</p>
        {requestId && <p>{t('requestId', { id: requestId })}</p>}
      </Empty>
    </div>
  );
}
