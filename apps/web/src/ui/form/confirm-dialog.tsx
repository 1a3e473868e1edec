import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import { FormProblem } from './form-notices.tsx';

type Props = {
  title: string;
  /** What happens, in words, before it does. */
  children: ReactNode;
  /** The deed, not "OK". */
  confirm: string;
  cancel?: string;
  onConfirm: () => unknown;
  onClose: () => void;
};

/** Asks before something that is not easily undone; what goes wrong is told in the same place. */
export function ConfirmDialog({ title, children, confirm, cancel, onConfirm, onClose }: Props) {
  const t = useTranslations('form');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const act = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles['body']}>
        {children}
        <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      </div>
      <div className={styles['actions']}>
        <Button look="primary" aria-disabled={isBusy} onClick={() => void act()}>
          {isBusy ? t('saving') : confirm}
        </Button>
        <Button onClick={onClose}>{cancel ?? t('cancel')}</Button>
      </div>
    </Dialog>
  );
}
