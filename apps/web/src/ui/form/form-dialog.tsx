import { useState, type ReactNode } from 'react';
import { useFormState, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { LeaveGuard, useLeaveWords } from './leave-guard.tsx';

type Props<V extends FieldValues> = {
  title: string;
  form: UseFormReturn<V>;
  onClose: () => void;
  /** The form; `close` asks first when something would be lost. */
  children: (close: () => void) => ReactNode;
};

/** A form over the page it is opened from. */
export function FormDialog<V extends FieldValues>({ title, form, onClose, children }: Props<V>) {
  const { isDirty } = useFormState({ control: form.control });
  const [isAsking, setAsking] = useState(false);
  const words = useLeaveWords();
  const close = () => (isDirty ? setAsking(true) : onClose());
  return (
    <Dialog title={title} isWide onClose={close}>
      {children(close)}
      <LeaveGuard isDirty={isDirty} />
      {isAsking && (
        <ConfirmDialog {...words.dialog} onConfirm={onClose} onClose={() => setAsking(false)}>
          <p>{words.text}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
