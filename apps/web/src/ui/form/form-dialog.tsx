import { useState } from 'react';
import { useFormState, type FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { Form, type FormProps } from './form.tsx';
import { LeaveGuard, useLeaveText } from './leave-guard.tsx';

type Props<V extends FieldValues> = Omit<FormProps<V>, 'actions'> & { title: string; onClose: () => void };

/** A form over the page it is opened from. Closing asks first when something would be lost. */
export function FormDialog<V extends FieldValues>({ title, onClose, ...sending }: Props<V>) {
  const t = useTranslations('form');
  const { isDirty } = useFormState({ control: sending.form.control });
  const [isAsking, setAsking] = useState(false);
  const leaveText = useLeaveText();
  const close = () => (isDirty ? setAsking(true) : onClose());
  return (
    <Dialog title={title} isWide onClose={close}>
      <Form {...sending} actions={<Button onClick={close}>{t('cancel')}</Button>} />
      <LeaveGuard isDirty={isDirty} />
      {isAsking && (
        <ConfirmDialog {...leaveText.dialog} onConfirm={onClose} onClose={() => setAsking(false)}>
          <p>{leaveText.text}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
