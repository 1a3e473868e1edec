import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { startProvider } from './actions.ts';
import { Narrow } from './narrow.tsx';
import styles from './narrow.module.css';
import { sessionQuery } from '../../domain/session/queries.ts';
import { useReturnTo } from './use-return-to.ts';

/** Goes to the identity provider at once: for the tab that a page with an ended session opens. */
export function Page() {
  const t = useTranslations('session');
  const problemText = useProblemText();
  const returnTo = useReturnTo('/sign-in/provider');
  const { data } = useQuery(sessionQuery);
  const isBegun = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    startProvider(returnTo ?? '/').catch(setProblem);
  }, [returnTo]);
  return (
    <Narrow title={t('leavingTitle')}>
      {problem === null ? (
        <p role="status" aria-busy="true">
          {t('leaving', { name: data?.identityProvider?.name ?? '' })}
        </p>
      ) : (
        <div className={styles['card']} role="alert">
          <p>{problemText(problem)}</p>
          <a href={signInPath(returnTo)} className={buttonClass({ look: 'primary' })}>
            {t('toSignIn')}
          </a>
        </div>
      )}
    </Narrow>
  );
}
