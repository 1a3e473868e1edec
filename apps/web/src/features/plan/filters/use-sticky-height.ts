import { useEffect, type RefObject } from 'react';

/** Sets `--sticky-height`, so that an element with the focus does not scroll under the sticky bar. */
export function useStickyHeight(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const isSticky = getComputedStyle(element).position === 'sticky';
      root.setProperty('--sticky-height', isSticky ? `${element.offsetHeight}px` : '0px');
    });
    observer.observe(element);
    observer.observe(document.documentElement);
    return () => {
      observer.disconnect();
      root.removeProperty('--sticky-height');
    };
  }, [bar]);
}
