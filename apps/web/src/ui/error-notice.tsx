import { useTranslations } from 'use-intl';
import { codeOf, ProblemError } from '../lib/problem.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

/** What went wrong in the reader's words, and a way to try again. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('ui');
  const problem = useTranslations('problem');
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
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
        <p>{problem(codeOf(error))}</p>
        {requestId && <p>{t('requestId', { id: requestId })}</p>}
      </Empty>
    </div>
  );
}
