import type { LightMyRequestResponse as Answer } from 'fastify';
import { parseCookie, parseSetCookie } from 'cookie';
import type { TestApp } from './test-app.ts';

/** The cookies of one site, as a browser stores them. */
class Jar {
  readonly #cookies = new Map<string, string>();

  take(headers: readonly string[]) {
    for (const header of headers) {
      const { name, value, maxAge, expires } = parseSetCookie(header);
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() <= Date.now());
      if (isGone || !value) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** A browser without pages: calls the product by inject and the identity provider over the network, and stores cookies. */
export class Browser {
  readonly #test: Pick<TestApp, 'app'>;
  readonly #own = new Jar();
  #theirs = new Jar();
  /** The latest answer of the product. */
  last: Answer | undefined;

  constructor(test: Pick<TestApp, 'app'>) {
    this.#test = test;
  }

  get cookies(): Record<string, string | undefined> {
    return parseCookie(this.#own.header);
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<Answer> {
    const answer = await this.#test.app.inject({
      method,
      url,
      headers: { origin: 'http://localhost:80', ...(this.#own.header && { cookie: this.#own.header }) },
      ...(payload && { payload }),
    });
    const set = answer.headers['set-cookie'] ?? [];
    this.#own.take([set].flat());
    this.last = answer;
    return answer;
  }

  /** Follows the provider's redirects until it sends the browser back to the product, or shows a page. */
  async visit(address: string, form?: URLSearchParams): Promise<{ address: URL; page: string }> {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: this.#theirs.header },
      ...(form && { method: 'POST', body: form }),
    });
    this.#theirs.take(answer.headers.getSetCookie());
    const next = answer.headers.get('location');
    const page = await answer.text();
    if (next === null) return { address: new URL(address), page };
    const to = new URL(next, address);
    return to.origin === new URL(address).origin ? this.visit(to.href) : { address: to, page: '' };
  }

  /** Drops the session at the provider. */
  forgetProvider() {
    this.#theirs = new Jar();
  }

  begin(returnTo = '/kouvola'): Promise<Answer> {
    return this.ask('POST', '/api/v1/session/identity-provider', { returnTo });
  }

  finish(query: string): Promise<Answer> {
    return this.ask('POST', '/api/v1/session/identity-provider/finish', { query });
  }

  /** Signs in: to the provider, through it, and back. */
  async signInThere(returnTo?: string): Promise<Answer> {
    const begun = await this.begin(returnTo);
    if (begun.statusCode !== 200) return begun;
    const { address } = await this.visit(begun.json<{ continueAt: string }>().continueAt);
    return this.finish(address.search);
  }
}
