import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import { FormProblem } from './form-notices.tsx';

type Props = {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The text of the button: the action, not "OK". */
  confirm: string;
  cancel?: string;
  onConfirm: () => unknown;
  onClose: () => void;
};

/** Asks before an action that cannot be undone easily, and shows its error. */
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
        <Button variant="primary" aria-disabled={isBusy} onClick={() => void act()}>
          {isBusy ? t('saving') : confirm}
        </Button>
        <Button onClick={onClose}>{cancel ?? t('cancel')}</Button>
      </div>
    </Dialog>
  );
}
