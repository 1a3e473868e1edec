import { streamEvents } from '@vointi/shared/display/endpoints.ts';
import { silenceMs, type LiveEventName, type LiveEvents } from '@vointi/shared/display/events.ts';
import { reconnectAfterMs } from '@vointi/shared/display/reconnect.ts';
import { addressOf } from './call.ts';

export type Heard = { [N in LiveEventName]: { name: N; data: LiveEvents[N] } }[LiveEventName];

type Given = {
  slug: string;
  hear: (event: Heard) => void;
  /** The stream has been silent or has failed again and again: whoever needs the data asks for it without it. */
  lost: () => void;
  /** The stream has begun to speak, at first or anew: what was told while it was away is not told again. */
  opened?: () => void;
  random?: () => number;
};

const names: readonly LiveEventName[] = ['heartbeat', 'plan', 'display', 'revoked', 'closing'];
/** A stream that fails at once, so many times, may be what something on the way does not let through. */
const patience = 2;

/**
 * Follows what changes in a municipality until told not to. A stream that is silent for three heartbeats is dead,
 * whatever the browser thinks of it; the next attempt comes after 1 to 30 seconds, never at once by all.
 */
export function follow({ slug, hear, lost, opened, random = Math.random }: Given): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let spreadMs = 0;
  let afterMs: number | undefined;
  let isNew = true;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const again = () => {
    close();
    timer = setTimeout(open, reconnectAfterMs({ attempt, spreadMs, afterMs, random }));
    attempt += 1;
  };
  const silent = () => {
    again();
    lost();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(silent, silenceMs);
  };

  function open() {
    close();
    wait();
    isNew = true;
    source = new EventSource(addressOf(streamEvents, { params: { slug } }));
    source.addEventListener('error', () => {
      again();
      if (attempt > patience) lost();
    });
    for (const name of names) source.addEventListener(name, (event) => take(name, event as MessageEvent<string>));
  }

  function take(name: LiveEventName, { data }: MessageEvent<string>) {
    wait();
    const event = { name, data: JSON.parse(data) as unknown } as Heard;
    if (event.name === 'heartbeat') {
      attempt = 0;
      afterMs = undefined;
      ({ spreadMs } = event.data);
    }
    if (event.name === 'closing') {
      ({ spreadMs, afterMs } = event.data);
      again();
    }
    hear(event);
    if (event.name === 'heartbeat' && isNew) {
      isNew = false;
      opened?.();
    }
  }

  // The network is back: others wait for their own to be, so there is nothing to spread.
  const online = () => source === undefined && open();
  addEventListener('online', online);
  open();
  return () => {
    removeEventListener('online', online);
    close();
  };
}
