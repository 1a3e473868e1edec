import { Suspense, useSyncExternalStore } from 'react';
import { isRenewalAsked, subscribeToRenewal } from '../features/session/session-renewal.ts';
import { signedInMessages } from '../lib/messages.ts';

const RenewalDialog = signedInMessages.part(
  async () => (await import('../features/session/renewal-dialog.tsx')).RenewalDialog,
);

/** Asks for the password over any page whose session has ended. */
export function SessionRenewal() {
  const isOpen = useSyncExternalStore(subscribeToRenewal, isRenewalAsked);
  return (
    isOpen && (
      <Suspense>
        <RenewalDialog />
      </Suspense>
    )
  );
}
