import { type RefObject, useEffect, useRef } from 'react';
import { announce } from './announce.tsx';

/** After several presses in a row a screen reader hears only the last result. */
const announceAfterMs = 700;

/**
 * Announces the number of results to screen readers after the filters change (WCAG 4.1.3).
 * @param result the text to announce
 * @param filters the active filters: a change of them announces the result again, even when the number is the same
 * @returns a ref for the element that shows the result, with `tabIndex={-1}`: it takes the focus of a removed filter's button
 */
export function useResultAnnouncement(result: string, filters: string): RefObject<HTMLParagraphElement | null> {
  const element = useRef<HTMLParagraphElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    // The button with the focus is gone: without this the focus would be at the top of the page.
    if (document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
      return undefined;
    }
    const timer = setTimeout(() => announce(result), announceAfterMs);
    return () => clearTimeout(timer);
  }, [result, filters]);
  return element;
}
