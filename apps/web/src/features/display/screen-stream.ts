import { follow, type LiveEvent } from '../../lib/live.ts';
import type { ServerClock } from './clock.ts';

type StreamOptions = {
  clock: ServerClock;
  onEvent: (event: LiveEvent) => void;
  onLost: () => void;
  onOpen: () => void;
};

/** The screen's one event stream, and the time since its last event. */
export class ScreenStream {
  private readonly options: StreamOptions;
  private following: { slug: string; stop: () => void } | undefined;
  private lastEventTicks: number;

  constructor(options: StreamOptions) {
    this.options = options;
    this.lastEventTicks = options.clock.forwards();
  }

  get silentMs(): number {
    return this.options.clock.forwards() - this.lastEventTicks;
  }

  to(slug: string) {
    if (this.following?.slug === slug) return;
    this.stop();
    const { onEvent, onLost, onOpen, clock } = this.options;
    const handleEvent = (event: LiveEvent) => {
      this.lastEventTicks = clock.forwards();
      onEvent(event);
    };
    this.following = { slug, stop: follow({ slug, onEvent: handleEvent, onLost, onOpen }) };
  }

  stop() {
    this.following?.stop();
    this.following = undefined;
  }
}
