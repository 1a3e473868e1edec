import { createHash } from 'node:crypto';
import type { Count } from '@vointi/disclosure/count-cells.ts';
import { type Hidden, hiddenIndexes, isHiddenBy } from '@vointi/disclosure/hidden-counts.ts';

/** Limits of tables and of all their hidden values: some megabytes. */
const maxTables = 2000;
const maxIndexes = 1_000_000;

const keyOf = (counts: readonly Count[]): string =>
  createHash('sha1')
    .update(
      JSON.stringify(counts.map(({ period, ageGroup, sex, area, value }) => [period, ageGroup, sex, area, value])),
    )
    .digest('base64');

/**
 * Caches the hidden values of the tables that were read last. The key is the counts, which alone determine the answer, so
 * no entry becomes stale.
 */
export class SuppressionCache {
  private readonly entries = new Map<string, Uint32Array>();
  private total = 0;
  private readonly find: (counts: readonly Count[]) => readonly number[];

  constructor(find: (counts: readonly Count[]) => readonly number[] = (counts) => hiddenIndexes(counts)) {
    this.find = find;
  }

  hiddenIn(counts: readonly Count[]): Hidden {
    const key = keyOf(counts);
    const cached = this.entries.get(key);
    const indexes = cached ?? Uint32Array.from(this.find(counts));
    // A Map keeps the order of insertion: reinserting makes this entry the newest.
    if (cached) this.entries.delete(key);
    else this.total += indexes.length;
    this.entries.set(key, indexes);
    for (const [oldest, { length }] of this.entries) {
      if (this.entries.size <= maxTables && this.total <= maxIndexes) break;
      this.entries.delete(oldest);
      this.total -= length;
    }
    return isHiddenBy(counts, indexes);
  }
}
