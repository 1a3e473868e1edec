import { connect, type Socket } from 'node:net';
import { reconnectAfterMs } from '@vointi/shared/display/reconnect.ts';

export type Attempt = { at: number; status: number };

type Options = {
  url: string;
  path: string;
  /** The address that a proxy would forward: one for each office. */
  address: string;
  random: () => number;
  onAttempt: (attempt: Attempt) => void;
  onPlan: (revision: number) => void;
};

/**
 * A minimal listening page: two thousand of them share the measuring process. It reconnects by the rule of the screens.
 */
export class Listener {
  isOpen = false;
  private readonly options: Options;
  private socket: Socket | undefined;
  private timer: NodeJS.Timeout | undefined;
  private attempt = 0;
  private spreadMs = 0;
  private afterMs: number | undefined;
  private isLeft = false;

  constructor(options: Options) {
    this.options = options;
  }

  come() {
    const { url, path, address, onAttempt } = this.options;
    const { hostname, port, host } = new URL(url);
    const at = performance.now();
    let status = 0;
    const socket = connect(Number(port), hostname);
    this.socket = socket;
    socket.setEncoding('latin1');
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nx-forwarded-for: ${address}\r\n\r\n`);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const text = String(chunk);
      if (status === 0) {
        status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
        onAttempt({ at, status });
        if (status !== 200) return socket.destroy();
        this.isOpen = true;
        this.attempt = 0;
      }
      this.hear(text);
    });
    socket.on('close', () => {
      if (status === 0) onAttempt({ at, status });
      this.isOpen = false;
      if (!this.isLeft) this.comeBack();
    });
  }

  leave() {
    this.isLeft = true;
    clearTimeout(this.timer);
    this.socket?.destroy();
  }

  /** Events are short and arrive whole; a divided one would count as a change that never arrived. */
  private hear(text: string) {
    const spread = /"spreadMs":(\d+)/.exec(text);
    if (spread) this.spreadMs = Number(spread[1]);
    const own = /"afterMs":(\d+)/.exec(text);
    if (own) this.afterMs = Number(own[1]);
    for (const [, revision] of text.matchAll(/event: plan\ndata: .*"revision":(\d+)/g)) {
      this.options.onPlan(Number(revision));
    }
  }

  private comeBack() {
    const { attempt, spreadMs, afterMs } = this;
    this.attempt += 1;
    const { random } = this.options;
    this.timer = setTimeout(() => this.come(), reconnectAfterMs({ attempt, spreadMs, afterMs, random }));
  }
}
