import { AppError } from './app-error.ts';
import { isDatabaseAway } from './errors.ts';

type Options<I> = {
  /** Statements on their way at the same time: what comes meanwhile goes together with the next. */
  atOnce: number;
  /** How many go in one. */
  most: number;
  /** A statement that has not answered for so long is no longer waited for: those behind it are not held up by it. */
  patienceMs: number;
  /** Whoever comes when so many wait already is told to come again. */
  maxWaiting: number;
  /** Of what must not be on its way twice: a second of the same waits for the first. */
  keyOf?: (item: I) => string;
};
type Waiting<I, O> = { item: I; resolve: (answer: O) => void; reject: (error: unknown) => void };

/**
 * Does for many what comes for one: whatever arrives while others are on their way to the database is sent together, as
 * one statement. Alone it goes at once. Nothing is kept: what is answered was read after it was asked for.
 * @param work answers in the order of what it was given
 */
export class BatchQueue<I, O> {
  private readonly work: (items: readonly I[]) => Promise<readonly O[]>;
  private readonly options: Options<I>;
  private waiting: Waiting<I, O>[] = [];
  private readonly keysOnTheirWay = new Set<unknown>();
  private onTheirWay = 0;

  constructor(work: (items: readonly I[]) => Promise<readonly O[]>, options: Partial<Options<I>> = {}) {
    this.work = work;
    this.options = { atOnce: 4, most: 50, patienceMs: 10_000, maxWaiting: 2000, ...options };
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

  /** The oldest whose key is not on its way, each key once. */
  private next(): Map<unknown, Waiting<I, O>> {
    const { most, keyOf } = this.options;
    const batch = new Map<unknown, Waiting<I, O>>();
    const left: Waiting<I, O>[] = [];
    for (const one of this.waiting) {
      const key = keyOf?.(one.item) ?? one;
      if (batch.size < most && !batch.has(key) && !this.keysOnTheirWay.has(key)) batch.set(key, one);
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
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as O);
    } catch (error) {
      // What is wrong with one is not the others' fault; a database that is away is away for each.
      if (batch.length > 1 && !isDatabaseAway(error)) await Promise.all(batch.map((one) => this.answer([one])));
      else for (const { reject } of batch) reject(error);
    }
  }
}

const unavailable = () => new AppError('unavailable', undefined, { retryAfter: 5 });
