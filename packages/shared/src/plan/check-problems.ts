import type { Reason } from './check-reasons.ts';

/** A problem of a file: where, and why. The path of the file itself is empty. */
export type FileProblem = { path: string; reason: Reason };
export type Path = readonly (string | number)[];

/** Problems beyond this number are only counted: nobody reads so many. */
const maxProblems = 500;

const step = (key: string | number, isFirst: boolean): string => {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\w$-]{1,60}$/.test(key)) return `[${JSON.stringify(key.slice(0, 60))}]`;
  return isFirst ? key : `.${key}`;
};

export const pathText = (path: Path): string => path.map((key, index) => step(key, index === 0)).join('');

export class Problems {
  readonly list: FileProblem[] = [];
  /** The number of problems beyond `maxProblems`. */
  more = 0;

  /** @param reason a function when it is slow to find */
  add(path: Path, reason: Reason | (() => Reason)): void {
    if (this.list.length >= maxProblems) this.more += 1;
    else this.list.push({ path: pathText(path), reason: typeof reason === 'function' ? reason() : reason });
  }

  /** Whether this part has a problem already. */
  within(path: Path): boolean {
    const prefix = pathText(path);
    return this.list.some((problem) => problem.path.startsWith(prefix));
  }
}

/** The Levenshtein distance of two short words. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The known word that is closest to a misspelled one; null when none is close. */
export function closest(word: string, known: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const allowed = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = allowed + 1;
  let looked = 0;
  for (const candidate of known) {
    if ((looked += 1) > 2000) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < bestDistance) [best, bestDistance] = [candidate, edits];
  }
  return best;
}
