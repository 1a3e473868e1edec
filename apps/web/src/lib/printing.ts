import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isPrinting = false;

function subscribe(changed: () => void): () => void {
  const paper = matchMedia('print');
  // The browser counts the pages right after this event: a later render would be cut off.
  const set = (now: boolean) => {
    if (now === isPrinting) return;
    isPrinting = now;
    flushSync(changed);
  };
  const before = () => set(true);
  const after = () => set(false);
  const emulated = () => set(paper.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  paper.addEventListener('change', emulated);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    paper.removeEventListener('change', emulated);
  };
}

/** Whether the page is being printed. */
export const useIsPrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting);
