import { streamEvents } from '@vointi/shared/display/endpoints.ts';
import { silenceMs, type LiveEventName, type LiveEvents } from '@vointi/shared/display/events.ts';
import { reconnectAfterMs } from '@vointi/shared/display/reconnect.ts';
import { addressOf } from './call.ts';

export type LiveEvent = { [N in LiveEventName]: { name: N; data: LiveEvents[N] } }[LiveEventName];

type FollowOptions = {
  slug: string;
  onEvent: (event: LiveEvent) => void;
  /** Called when the stream is silent or keeps failing: the caller has to poll. */
  onLost: () => void;
  /** Called after each connection: events from the time without a stream are not sent again. */
  onOpen?: () => void;
  random?: () => number;
};

const names: readonly LiveEventName[] = ['heartbeat', 'plan', 'display', 'revoked', 'closing'];
/** After so many failures in a row a proxy may be blocking the stream. */
const maxFailures = 2;

/**
 * Follows the events of a municipality until the returned function is called. A stream that is silent for three
 * heartbeats counts as dead, even if the browser reports it open. The next attempt comes after a random 1 to 30 seconds,
 * so that clients do not all reconnect at once.
 */
export function follow({ slug, onEvent, onLost, onOpen, random = Math.random }: FollowOptions): () => void {
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
    onLost();
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
      if (attempt > maxFailures) onLost();
    });
    for (const name of names) source.addEventListener(name, (event) => take(name, event as MessageEvent<string>));
  }

  function take(name: LiveEventName, { data }: MessageEvent<string>) {
    wait();
    const event = { name, data: JSON.parse(data) as unknown } as LiveEvent;
    if (event.name === 'heartbeat') {
      attempt = 0;
      afterMs = undefined;
      ({ spreadMs } = event.data);
    }
    if (event.name === 'closing') {
      ({ spreadMs, afterMs } = event.data);
      again();
    }
    onEvent(event);
    if (event.name === 'heartbeat' && isNew) {
      isNew = false;
      onOpen?.();
    }
  }

  // Networks come back at different times, so this attempt needs no random delay.
  const online = () => source === undefined && open();
  addEventListener('online', online);
  open();
  return () => {
    removeEventListener('online', online);
    close();
  };
}
