import { useEffect, useState } from 'react';
import type { Marks } from './marks.ts';

/** Those that still hold: each goes when its minute is over. */
export function useLiveMarks(marks: Marks): Marks {
  const [, look] = useState(0);
  const now = performance.now();
  const live = [...marks].filter(([, until]) => until > now);
  const next = live.length === 0 ? null : Math.min(...live.map(([, until]) => until));
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => look((count) => count + 1), next - performance.now() + 1);
    return () => clearTimeout(timer);
  }, [next]);
  return live.length === marks.size ? marks : new Map(live);
}
