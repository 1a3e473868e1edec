import { useTranslations } from 'use-intl';
import { codeOf, ProblemError } from '../lib/problem.ts';
import { useProblemText } from '../lib/use-problem-text.ts';
import { signInPath } from '../lib/sign-in-path.ts';
import { Button, buttonClass } from './button.tsx';
import { Empty } from './empty.tsx';

/** What went wrong in the reader's words, and a way to try again; or to sign in, where that is what it takes. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('ui');
  const problemText = useProblemText();
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
  if (codeOf(error) === 'unauthenticated') {
    return (
      <Empty
        title={problemText(error)}
        actions={
          <a href={signInPath(location.pathname + location.search)} className={buttonClass({ look: 'primary' })}>
            {t('signIn')}
          </a>
        }
      />
    );
  }
  // Trying again would not change it, and every try is written in the audit log.
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
            <Button look="primary" onClick={onRetry}>
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
