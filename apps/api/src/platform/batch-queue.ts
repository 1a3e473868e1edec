import { AppError } from './app-error.ts';
import { isDatabaseAway } from './errors.ts';

type Options<I> = {
  /** Statements that run at the same time; items that arrive meanwhile go into the next batch. */
  atOnce: number;
  /** Items per batch. */
  maxItems: number;
  /** The time after which a batch is abandoned, so that a slow statement does not block the queue. */
  patienceMs: number;
  /** Rejects with 503 when this many items wait. */
  maxWaiting: number;
  /** Items with the same key never run at the same time. */
  keyOf?: (item: I) => string;
};
type Waiting<I, O> = { item: I; resolve: (answer: O) => void; reject: (error: unknown) => void };

/**
 * Sends items that arrive while a statement runs together, as one statement; a single item goes at once. It caches
 * nothing: an answer was read after its item arrived.
 * @param work answers in the order of the items
 */
export class BatchQueue<I, O> {
  private readonly work: (items: readonly I[]) => Promise<readonly O[]>;
  private readonly options: Options<I>;
  private waiting: Waiting<I, O>[] = [];
  private readonly keysOnTheirWay = new Set<unknown>();
  private onTheirWay = 0;

  constructor(work: (items: readonly I[]) => Promise<readonly O[]>, options: Partial<Options<I>> = {}) {
    this.work = work;
    this.options = { atOnce: 4, maxItems: 50, patienceMs: 10_000, maxWaiting: 2000, ...options };
  }

  /** @throws AppError unavailable when too many wait, or the database does not answer */
  ask(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length >= this.options.maxWaiting) return reject(unavailable());
      this.waiting.push({ item, resolve, reject });
      this.send();
    });
  }

  private send() {
    if (this.onTheirWay >= this.options.atOnce) return;
    const batch = this.next();
    if (batch.size === 0) return;
    this.onTheirWay += 1;
    for (const key of batch.keys()) this.keysOnTheirWay.add(key);
    void this.inTime([...batch.values()]).finally(() => {
      this.onTheirWay -= 1;
      for (const key of batch.keys()) this.keysOnTheirWay.delete(key);
      this.send();
    });
  }

  /** The oldest items whose key is not running, each key once. */
  private next(): Map<unknown, Waiting<I, O>> {
    const { maxItems, keyOf } = this.options;
    const batch = new Map<unknown, Waiting<I, O>>();
    const left: Waiting<I, O>[] = [];
    for (const one of this.waiting) {
      const key = keyOf?.(one.item) ?? one;
      if (batch.size < maxItems && !batch.has(key) && !this.keysOnTheirWay.has(key)) batch.set(key, one);
      else left.push(one);
    }
    this.waiting = left;
    return batch;
  }

  private async inTime(batch: readonly Waiting<I, O>[]): Promise<void> {
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      for (const { reject } of batch) reject(unavailable());
      end();
    }, this.options.patienceMs);
    await Promise.race([this.answer(batch), isOver]);
    clearTimeout(timer);
  }

  private async answer(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await this.work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as O);
    } catch (error) {
      // One bad item must not fail the others, so each runs alone; an unreachable database fails all.
      if (batch.length > 1 && !isDatabaseAway(error)) await Promise.all(batch.map((one) => this.answer([one])));
      else for (const { reject } of batch) reject(error);
    }
  }
}

const unavailable = () => new AppError('unavailable', undefined, { retryAfter: 5 });
