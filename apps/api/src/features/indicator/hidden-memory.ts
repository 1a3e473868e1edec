import { createHash } from 'node:crypto';
import { type Hidden, hiddenAt, placesHidden } from '@vointi/shared/indicator/suppress.ts';
import type { Count } from '@vointi/shared/indicator/suppress-cells.ts';

/** Tables, and hidden values of them all together, that are remembered: some megabytes. */
const mostTables = 2000;
const mostPlaces = 1_000_000;

const keyOf = (counts: readonly Count[]): string =>
  createHash('sha1')
    .update(
      JSON.stringify(counts.map(({ period, ageGroup, sex, area, value }) => [period, ageGroup, sex, area, value])),
    )
    .digest('base64');

/**
 * What is hidden of tables that were asked for lately. It follows from the counts alone, which are the key: there is
 * nothing to forget when they change.
 */
export class HiddenMemory {
  private readonly kept = new Map<string, Uint32Array>();
  private places = 0;
  private readonly find: (counts: readonly Count[]) => readonly number[];

  constructor(find: (counts: readonly Count[]) => readonly number[] = (counts) => placesHidden(counts)) {
    this.find = find;
  }

  hiddenIn(counts: readonly Count[]): Hidden {
    const key = keyOf(counts);
    const found = this.kept.get(key);
    const places = found ?? Uint32Array.from(this.find(counts));
    // The one asked for last is forgotten last.
    if (found) this.kept.delete(key);
    else this.places += places.length;
    this.kept.set(key, places);
    for (const [oldest, { length }] of this.kept) {
      if (this.kept.size <= mostTables && this.places <= mostPlaces) break;
      this.kept.delete(oldest);
      this.places -= length;
    }
    return hiddenAt(counts, places);
  }
}
