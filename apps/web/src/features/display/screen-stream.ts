import { follow, type LiveEvent } from '../../lib/live.ts';
import type { ServerClock } from './clock.ts';

type StreamOptions = { clock: ServerClock; hear: (event: LiveEvent) => void; lost: () => void; opened: () => void };

/** The screen's one event stream, and the time since its last event. */
export class ScreenStream {
  private readonly given: StreamOptions;
  private following: { slug: string; stop: () => void } | undefined;
  private heardTicks: number;

  constructor(given: StreamOptions) {
    this.given = given;
    this.heardTicks = given.clock.forwards();
  }

  get silentMs(): number {
    return this.given.clock.forwards() - this.heardTicks;
  }

  to(slug: string) {
    if (this.following?.slug === slug) return;
    this.stop();
    const { hear, lost, opened, clock } = this.given;
    const take = (event: LiveEvent) => {
      this.heardTicks = clock.forwards();
      hear(event);
    };
    this.following = { slug, stop: follow({ slug, hear: take, lost, opened }) };
  }

  stop() {
    this.following?.stop();
    this.following = undefined;
  }
}
