import { type RefObject, useEffect, useRef } from 'react';
import { announce } from './announce.tsx';

/** A reader who presses several things in a row hears the last result, not all of them. */
const announceAfter = 700;

/**
 * Says how much a list holds when its filters change, once it has come to rest (WCAG 4.1.3).
 * @param result what is said
 * @param filters which filters are in force: what was found may be as many as before
 * @returns for the element that tells the result, with `tabIndex={-1}`: it gets the focus of a button that went with its filter
 */
export function useSaidResult(result: string, filters: string): RefObject<HTMLParagraphElement | null> {
  const element = useRef<HTMLParagraphElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    // Without this the reader would be at the top of the page.
    if (document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
      return undefined;
    }
    const timer = setTimeout(() => announce(result), announceAfter);
    return () => clearTimeout(timer);
  }, [result, filters]);
  return element;
}
