import type { Typed } from './typed.ts';

function join(mine: string, theirs: string): string {
  const [one, other] = [mine.trim(), theirs.trim()];
  if (one === '' || other.includes(one)) return other;
  if (other === '' || one.includes(other)) return one;
  return `${one}\n\n${other}`;
}

/** Both texts, one's own first; the light and the figures are one's own, where there are any. */
export const combine = (mine: Typed, theirs: Typed): Typed => ({
  progress: mine.progress ?? theirs.progress,
  note: join(mine.note, theirs.note),
  evidence: join(mine.evidence, theirs.evidence),
  figures: { ...theirs.figures, ...mine.figures },
  onBehalfOf: mine.onBehalfOf || theirs.onBehalfOf,
});
