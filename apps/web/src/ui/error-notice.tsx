import { useTranslations } from 'use-intl';
import { codeOf, ProblemError } from '../lib/problem.ts';
import { useProblemWords } from '../lib/problem-words.ts';
import { signInPath } from '../lib/sign-in-path.ts';
import { Button, buttonClass } from './button.tsx';
import { Empty } from './empty.tsx';

/** What went wrong in the reader's words, and a way to try again; or to sign in, where that is what it takes. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('ui');
  const words = useProblemWords();
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
  if (codeOf(error) === 'unauthenticated') {
    return (
      <Empty
        title={words(error)}
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
        <Empty title={words(error)} />
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
        <p>{words(error)}</p>
        {requestId && <p>{t('requestId', { id: requestId })}</p>}
      </Empty>
    </div>
  );
}
