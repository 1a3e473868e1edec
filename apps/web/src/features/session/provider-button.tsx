import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/form/form-notices.tsx';
import { startProvider } from './actions.ts';
import styles from './narrow.module.css';

type Props = { name: string; returnTo: string | undefined };

/** To the identity provider of the municipality, by the name it goes by. */
export function ProviderButton({ name, returnTo }: Props) {
  const t = useTranslations('session');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      // Without a page to go to, the return page decides by who came.
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
