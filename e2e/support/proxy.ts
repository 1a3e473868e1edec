import { createServer, connect, type Socket } from 'node:net';

export type Proxy = {
  url: string;
  /** Drops all traffic without closing connections, as a cut cable does. */
  swallow: () => void;
  pass: () => void;
  /** Closes every open connection; new ones work. */
  drop: () => void;
  close: () => Promise<void>;
};

/** A TCP proxy between browser and product. */
export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((browser) => {
    const product = connect(Number(port), hostname);
    for (const [from, to] of [
      [browser, product],
      [product, browser],
    ] as const) {
      open.add(from);
      from.on('data', (chunk) => {
        if (!isSwallowing) to.write(chunk);
      });
      from.on('end', () => {
        if (!isSwallowing) to.end();
      });
      from.on('error', () => {
        if (!isSwallowing) to.destroy();
      });
      from.on('close', () => {
        open.delete(from);
        if (!isSwallowing) to.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    swallow: () => {
      isSwallowing = true;
    },
    pass: () => {
      isSwallowing = false;
    },
    drop: () => {
      for (const socket of open) socket.destroy();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
