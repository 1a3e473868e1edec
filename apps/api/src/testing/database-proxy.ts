import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type DatabaseProxy = {
  connectionString: string;
  /** Breaks all connections and refuses new ones, as if the database were down. */
  shut: () => Promise<void>;
  open: () => Promise<void>;
  close: () => Promise<void>;
};

/** A proxy to PostgreSQL that can be shut while other tests use the server. */
export async function startDatabaseProxy(connectionString: string): Promise<DatabaseProxy> {
  const url = new URL(connectionString);
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(target);
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  let port = 0;
  const open = async () => {
    if (server.listening) return;
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    ({ port } = server.address() as AddressInfo);
  };
  const shut = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await open();
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { connectionString: url.href, shut, open, close: shut };
}
