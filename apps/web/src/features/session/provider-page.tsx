import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { startProvider } from './actions.ts';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { sessionQuery } from '../../domain/session/queries.ts';
import { useReturnTo } from './use-return-to.ts';

/** Redirects to the identity provider at once, in the tab that the session dialog opens. */
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
    <CenteredLayout title={t('leavingTitle')}>
      {problem === null ? (
        <p role="status" aria-busy="true">
          {t('leaving', { name: data?.identityProvider?.name ?? '' })}
        </p>
      ) : (
        <div className={styles['card']} role="alert">
          <p>{problemText(problem)}</p>
          <a href={signInPath(returnTo)} className={buttonClass({ variant: 'primary' })}>
            {t('toSignIn')}
          </a>
        </div>
      )}
    </CenteredLayout>
  );
}
