import { useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Whether a media query holds; `print` too, answered before the page is laid out for paper. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      const now = () => flushSync(changed);
      list.addEventListener('change', now);
      return () => list.removeEventListener('change', now);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
