import type { Board } from '@vointi/shared/plan/contract.ts';
import { useEffect, useState } from 'react';

/** So long a light that has changed is marked, for the room to notice. */
const highlightMs = 60_000;

/** Measures by code, each with until when it is marked. */
export type Highlights = ReadonlyMap<string, number>;

const said = ({ assignments }: Board['goals'][number]['measures'][number]) =>
  assignments.map(({ department, progress }) => `${department}:${progress}`).join();

/** Measures of which a department has said something else since; new measures are no change of a light. */
export function changedBetween(before: Board, after: Board): string[] {
  if (before.year !== after.year || before.municipality.slug !== after.municipality.slug) return [];
  const then = new Map(before.goals.flatMap(({ measures }) => measures.map((one) => [one.code, said(one)] as const)));
  return after.goals.flatMap(({ measures }) =>
    measures.flatMap((one) => (then.has(one.code) && then.get(one.code) !== said(one) ? [one.code] : [])),
  );
}

export function highlightsAfter(highlights: Highlights, changed: readonly string[], now: number): Highlights {
  const kept = [...highlights].filter(([, until]) => until > now);
  if (changed.length === 0 && kept.length === highlights.size) return highlights;
  return new Map([...kept, ...changed.map((code) => [code, now + highlightMs] as const)]);
}

/** Those that still hold: each goes when its minute is over. */
export function useActiveHighlights(highlights: Highlights): Highlights {
  const [, look] = useState(0);
  const now = performance.now();
  const live = [...highlights].filter(([, until]) => until > now);
  const next = live.length === 0 ? null : Math.min(...live.map(([, until]) => until));
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => look((count) => count + 1), next - performance.now() + 1);
    return () => clearTimeout(timer);
  }, [next]);
  return live.length === highlights.size ? highlights : new Map(live);
}
