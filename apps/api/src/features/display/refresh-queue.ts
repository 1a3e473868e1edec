type Read = (stale: { slugs: readonly string[]; displays: readonly string[] }) => Promise<void>;

/**
 * What has changed and is to be read anew: municipalities by slug, displays by id. One reading at a time, so that what is
 * told is never older than what was told before; whatever changes meanwhile is read once, after it.
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
      // What came after the last look and before the end.
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
