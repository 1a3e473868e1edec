import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { finishProviderSignIn } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { safePath } from './return-path.ts';
import { useSignedIn } from './use-signed-in.ts';

/** The page to which the identity provider redirects; its answer is used once. */
export function Page() {
  const t = useTranslations('session');
  const problemText = useProblemText();
  const goOn = useSignedIn();
  const isBegun = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    const finish = async () => {
      const { returnTo, session } = await call(finishProviderSignIn, { body: { query: location.search } });
      // `/` means that no page was asked for.
      await goOn(session, returnTo === '/' ? undefined : safePath(returnTo));
    };
    finish().catch(setProblem);
  }, [goOn]);
  if (problem === null) {
    return (
      <CenteredLayout title={t('returnTitle')}>
        <p role="status" aria-busy="true">
          {t('returning')}
        </p>
      </CenteredLayout>
    );
  }
  return (
    <CenteredLayout key="failed" title={t('failed')}>
      <div className={styles['card']} role="alert">
        <p>{problemText(problem)}</p>
        <a href={signInPath()} className={buttonClass({ variant: 'primary' })}>
          {t('toSignIn')}
        </a>
      </div>
    </CenteredLayout>
  );
}
