import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says it to those who listen to the page, when they are not listening to something else. */
export function announce(text: string) {
  // The same words twice are told twice: a trailing space makes them new.
  said = text === said ? `${text} ` : text;
  for (const listener of listeners) listener();
}

/** One live region for the whole page, there from the start as screen readers require. */
export function Announcer({ className }: { className?: string | undefined }) {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <div aria-live="polite" className={className}>
      {text}
    </div>
  );
}
