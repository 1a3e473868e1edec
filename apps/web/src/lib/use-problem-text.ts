import { useTranslations } from 'use-intl';
import { codeOf, ProblemError } from './problem.ts';

const minute = 60;

/** The text of an error, or how long to wait when the server says so. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('problem');
  const ui = useTranslations('ui');
  return (error) => {
    const seconds = error instanceof ProblemError ? error.retryAfter : undefined;
    if (seconds === undefined) return t(codeOf(error));
    return seconds < 2 * minute
      ? ui('wait', { seconds: Math.max(1, seconds) })
      : ui('waitMinutes', { minutes: Math.ceil(seconds / minute) });
  };
}
