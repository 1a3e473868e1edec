type Options<I> = {
  /** Statements on their way at the same time: what comes meanwhile goes together with the next. */
  atOnce: number;
  /** How many go in one. */
  most: number;
  /** Of what must not be twice in one: a second of the same waits for the first. */
  keyOf?: (item: I) => string;
};
type Waiting<I, O> = { item: I; resolve: (answer: O) => void; reject: (error: unknown) => void };

/**
 * Does for many what comes for one: whatever arrives while others are on their way to the database is sent together, as
 * one statement. Alone it goes at once. Nothing is kept: what is answered was read after it was asked for.
 * @param work answers in the order of what it was given
 */
export class Gather<I, O> {
  private readonly work: (items: readonly I[]) => Promise<readonly O[]>;
  private readonly options: Options<I>;
  private waiting: Waiting<I, O>[] = [];
  private onTheirWay = 0;

  constructor(work: (items: readonly I[]) => Promise<readonly O[]>, options: Partial<Options<I>> = {}) {
    this.work = work;
    this.options = { atOnce: 4, most: 50, ...options };
  }

  ask(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.send();
    });
  }

  private send() {
    if (this.onTheirWay >= this.options.atOnce || this.waiting.length === 0) return;
    const batch = this.next();
    this.onTheirWay += 1;
    void this.answer(batch).finally(() => {
      this.onTheirWay -= 1;
      this.send();
    });
  }

  /** The oldest, each key once. */
  private next(): Waiting<I, O>[] {
    const { most, keyOf } = this.options;
    if (!keyOf) return this.waiting.splice(0, most);
    const batch = new Map<string, Waiting<I, O>>();
    const left: Waiting<I, O>[] = [];
    for (const one of this.waiting) {
      const key = keyOf(one.item);
      if (batch.size < most && !batch.has(key)) batch.set(key, one);
      else left.push(one);
    }
    this.waiting = left;
    return [...batch.values()];
  }

  private async answer(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await this.work(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as O);
    } catch (error) {
      const [first] = batch;
      if (batch.length === 1) first?.reject(error);
      // What is wrong with one is not the others' fault.
      else await Promise.all(batch.map((one) => this.answer([one])));
    }
  }
}
