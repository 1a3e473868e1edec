import { type IncomingMessage, request } from 'node:http';
import type { LiveEventName, LiveEvents } from '@vointi/shared/display/events.ts';

type ReceivedEvent = { [N in LiveEventName]: { name: N; data: LiveEvents[N]; id: string | undefined } }[LiveEventName];

export type Listening = {
  status: number;
  headers: IncomingMessage['headers'];
  /** Received events, in order. */
  events: ReceivedEvent[];
  /** The received text, unparsed. */
  text: () => string;
  /** The first matching event, received or to come. Rejects at the deadline or the end of the stream. */
  next: <N extends LiveEventName>(name: N, fits?: (data: LiveEvents[N]) => boolean) => Promise<LiveEvents[N]>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  leave: () => void;
};

const deadlineMs = 10_000;

function parse(block: string): ReceivedEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const [name, data] = [fields.get('event'), fields.get('data')];
  if (name === undefined || data === undefined) return undefined;
  return { name, data: JSON.parse(data), id: fields.get('id') } as ReceivedEvent;
}

/** Listens as a browser does, through a real port. */
export function listen(url: string, headers: Record<string, string> = {}): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const clientRequest = request(url, { headers, agent: false });
    clientRequest.once('error', reject);
    clientRequest.once('response', (answer) => {
      clientRequest.off('error', reject).on('error', () => undefined);
      const events: ReceivedEvent[] = [];
      const waiting = new Set<() => void>();
      let [text, rest, isOver] = ['', '', false];
      const wake = () => [...waiting].forEach((look) => look());
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        events.push(...blocks.flatMap((block) => parse(block) ?? []));
        wake();
      });
      const ended = new Promise<void>((end) => {
        answer.once('close', () => {
          isOver = true;
          wake();
          end();
        });
      });
      const next = <N extends LiveEventName>(name: N, fits: (data: LiveEvents[N]) => boolean = () => true) =>
        new Promise<LiveEvents[N]>((matched, failed) => {
          const stop = () => {
            waiting.delete(look);
            clearTimeout(timer);
          };
          const look = () => {
            const event = events.find((one) => one.name === name && fits(one.data as LiveEvents[N]));
            if (event) matched(event.data as LiveEvents[N]);
            else if (isOver) failed(new Error(`ended without ${name}: ${text}`));
            else return;
            stop();
          };
          const timer = setTimeout(() => {
            stop();
            failed(new Error(`no ${name} in ${deadlineMs} ms: ${text}`));
          }, deadlineMs);
          waiting.add(look);
          look();
        });
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        events,
        text: () => text,
        next,
        ended,
        leave: () => clientRequest.destroy(),
      });
    });
    clientRequest.end();
  });
}
