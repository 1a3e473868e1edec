import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type Host = {
  url: string;
  /** Changes each page, to look like another build. */
  page: (html: string) => string;
  /** Number of pages sent. */
  pages: number;
  /** Paths that answer 404, by their beginning. */
  missing: string | null;
  /** Starts or ends an outage: no answers, every connection closed. */
  setAway: (isAway: boolean) => void;
  close: () => Promise<void>;
};

const asItIs = (html: string) => html;

/** A proxy that acts as a server with another build, or half of one. */
export async function startHost(target: string): Promise<Host> {
  const sockets = new Set<Socket>();
  let isAway = false;
  const server = createServer((asked, answer) => {
    if (isAway) return void asked.socket.destroy();
    if (host.missing !== null && asked.url?.startsWith(host.missing)) return void answer.writeHead(503).end();
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    const passed = request(`${target}${asked.url}`, { method: asked.method ?? 'GET', headers }, (given) => {
      void pass(given, answer).catch(() => answer.destroy());
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');

  async function pass(given: IncomingMessage, answer: ServerResponse) {
    const { 'content-length': _, ...headers } = given.headers;
    answer.writeHead(given.statusCode ?? 502, headers);
    if (!given.headers['content-type']?.startsWith('text/html')) return void given.pipe(answer);
    let html = '';
    for await (const chunk of given.setEncoding('utf8')) html += chunk;
    answer.end(host.page(html));
    host.pages += 1;
  }

  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  const host: Host = {
    url: `http://127.0.0.1:${address.port}`,
    page: asItIs,
    pages: 0,
    missing: null,
    setAway: (away) => {
      isAway = away;
      if (away) end();
    },
    close: async () => {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
  return host;
}
