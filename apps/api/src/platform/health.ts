import type { FastifyInstance } from 'fastify';
import type { Db } from '@vointi/db/client.ts';
import type { Changes } from './live.ts';

/** /healthz: the process answers. /readyz: it also reaches the database, so a load balancer may send it requests. */
export function registerHealth(app: FastifyInstance, db: Db, changes: Changes) {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  const hidden = { schema: { hide: true }, logLevel: 'error' } as const;
  app.get('/healthz', hidden, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', hidden, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (isClosing) return reply.code(503).send({ status: 'closing' });
    const isAnswered = await Promise.race([
      db.$executeRaw`select 1`.then(
        () => true,
        () => false,
      ),
      new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref()),
    ]);
    return isAnswered && !changes.awaySince
      ? reply.send({ status: 'ready' })
      : reply.code(503).send({ status: 'database away' });
  });
}
