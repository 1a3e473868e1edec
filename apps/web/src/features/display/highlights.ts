import type { Board } from '@vointi/shared/plan/contract.ts';
import { useEffect, useState } from 'react';

/** A changed light is highlighted for this time, so that the room notices. */
const highlightMs = 60_000;

/** Measures by code, each with the end of its highlight (monotonic milliseconds). */
export type Highlights = ReadonlyMap<string, number>;

const answersOf = ({ assignments }: Board['goals'][number]['measures'][number]) =>
  assignments.map(({ department, progress }) => `${department}:${progress}`).join();

/** Codes of measures whose answers differ; a new measure is no change of a light. */
export function changedBetween(before: Board, after: Board): string[] {
  if (before.year !== after.year || before.municipality.slug !== after.municipality.slug) return [];
  const then = new Map(
    before.goals.flatMap(({ measures }) => measures.map((one) => [one.code, answersOf(one)] as const)),
  );
  return after.goals.flatMap(({ measures }) =>
    measures.flatMap((one) => (then.has(one.code) && then.get(one.code) !== answersOf(one) ? [one.code] : [])),
  );
}

export function highlightsAfter(highlights: Highlights, changed: readonly string[], now: number): Highlights {
  const active = [...highlights].filter(([, until]) => until > now);
  if (changed.length === 0 && active.length === highlights.size) return highlights;
  return new Map([...active, ...changed.map((code) => [code, now + highlightMs] as const)]);
}

/** Highlights that have not ended; redraws when the next one ends. */
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
