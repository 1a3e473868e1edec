import { Suspense, useSyncExternalStore } from 'react';
import { isRenewalAsked, subscribeToRenewal } from '../features/session/renewal.ts';
import { signedInMessages } from '../lib/messages.ts';

const RenewalDialog = signedInMessages.part(
  async () => (await import('../features/session/renewal-dialog.tsx')).RenewalDialog,
);

/** Over any page, when the session has ended and something needs it. */
export function Renewal() {
  const isAsked = useSyncExternalStore(subscribeToRenewal, isRenewalAsked);
  return (
    isAsked && (
      <Suspense>
        <RenewalDialog />
      </Suspense>
    )
  );
}
