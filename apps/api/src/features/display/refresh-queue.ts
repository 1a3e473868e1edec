type Read = (stale: { slugs: readonly string[]; displays: readonly string[] }) => Promise<void>;

/**
 * Reads changed municipalities (by slug) and displays (by id) again. One read runs at a time, so that listeners never get
 * older data after newer; changes during a read are read once, after it.
 */
export class RefreshQueue {
  private readonly read: Read;
  private readonly onFault: (error: unknown) => void;
  private readonly slugs = new Set<string>();
  private readonly displays = new Set<string>();
  private reading: Promise<void> | undefined;

  constructor(read: Read, onFault: (error: unknown) => void) {
    this.read = read;
    this.onFault = onFault;
  }

  municipality(slug: string) {
    this.slugs.add(slug);
    this.begin();
  }

  display(id: string) {
    this.displays.add(id);
    this.begin();
  }

  private begin() {
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
      // A change may come after the last check and before the promise ends.
      if (this.slugs.size + this.displays.size > 0) this.begin();
    });
  }

  private async readAll() {
    try {
      while (this.slugs.size + this.displays.size > 0) {
        const stale = { slugs: [...this.slugs], displays: [...this.displays] };
        this.slugs.clear();
        this.displays.clear();
        await this.read(stale);
      }
    } catch (error) {
      this.onFault(error);
    }
  }
}
