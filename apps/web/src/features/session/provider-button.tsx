import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/form/form-notices.tsx';
import { startProvider } from './actions.ts';
import styles from './centered-layout.module.css';

type Props = { name: string; returnTo: string | undefined };

/** Signs in by the identity provider, with its name. */
export function ProviderButton({ name, returnTo }: Props) {
  const t = useTranslations('session');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      // Without a page to return to, the return page chooses one by the person's roles.
      await startProvider(returnTo ?? '/');
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      <div role="alert">{problem !== null && <FormProblem problem={problem} title={t('failed')} />}</div>
      <Button className={styles['whole']} aria-disabled={isBusy} onClick={() => void go()}>
        {isBusy ? t('leaving', { name }) : t('signInBy', { name })}
      </Button>
    </>
  );
}
