import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from './confirm-dialog.tsx';

export function useLeaveText() {
  const t = useTranslations('form');
  return {
    dialog: { title: t('leave.title'), confirm: t('leave.go'), cancel: t('leave.stay') },
    text: t('leave.text'),
  };
}

/** Asks before a navigation loses unsaved changes. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const leaveText = useLeaveText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <ConfirmDialog {...leaveText.dialog} onConfirm={proceed} onClose={reset}>
      <p>{leaveText.text}</p>
    </ConfirmDialog>
  );
}
