import { useEffect, type RefObject } from 'react';

/** Tells the page how much of its top is covered, so that nothing that gets the focus hides there. */
export function useStickyHeight(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const isSticky = getComputedStyle(element).position === 'sticky';
      root.setProperty('--stuck', isSticky ? `${element.offsetHeight}px` : '0px');
    });
    observer.observe(element);
    observer.observe(document.documentElement);
    return () => {
      observer.disconnect();
      root.removeProperty('--stuck');
    };
  }, [bar]);
}
