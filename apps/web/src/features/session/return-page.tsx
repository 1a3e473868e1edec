import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { finishProviderSignIn } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Narrow } from './narrow.tsx';
import styles from './narrow.module.css';
import { safePath } from './return-path.ts';
import { useSignedIn } from './use-signed-in.ts';

/** Where the identity provider sends the browser back: what it answered is used once. */
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
      // The front page is where nobody was on the way to: then the person's own.
      await goOn(session, returnTo === '/' ? undefined : safePath(returnTo));
    };
    finish().catch(setProblem);
  }, [goOn]);
  if (problem === null) {
    return (
      <Narrow title={t('returnTitle')}>
        <p role="status" aria-busy="true">
          {t('returning')}
        </p>
      </Narrow>
    );
  }
  return (
    <Narrow key="failed" title={t('failed')}>
      <div className={styles['card']} role="alert">
        <p>{problemText(problem)}</p>
        <a href={signInPath()} className={buttonClass({ look: 'primary' })}>
          {t('toSignIn')}
        </a>
      </div>
    </Narrow>
  );
}
