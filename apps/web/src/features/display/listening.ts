import { follow, type Heard } from '../../lib/live.ts';
import type { ServerClock } from './clock.ts';

type Given = { clock: ServerClock; hear: (event: Heard) => void; lost: () => void; opened: () => void };

/** The one stream of changes that a screen listens to, and for how long it has said nothing. */
export class Listening {
  private readonly given: Given;
  private following: { slug: string; stop: () => void } | undefined;
  private heardTicks: number;

  constructor(given: Given) {
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
    const take = (event: Heard) => {
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
