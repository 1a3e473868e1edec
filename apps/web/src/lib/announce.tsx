import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Announces a text to screen readers, after what they are reading now. */
export function announce(text: string) {
  // A trailing space makes a repeated text new, so that screen readers read it again.
  message = text === message ? `${text} ` : text;
  for (const listener of listeners) listener();
}

/** The page's live region. It exists from the start, because screen readers ignore one that is added later. */
export function Announcer({ className }: { className?: string | undefined }) {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div aria-live="polite" className={className}>
      {text}
    </div>
  );
}
