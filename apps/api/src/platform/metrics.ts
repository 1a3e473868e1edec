import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';

/** Counts answers of one route with one status, for answers that bypass the hooks. */
export type CountAnswers = (route: string, status: number) => () => void;

/**
 * /metrics in Prometheus' format, for this machine only: a proxy in front of the product forwards no address of its
 * own, so a forwarded request is refused whatever it claims.
 */
export function registerMetrics(app: FastifyInstance, countListeners: () => number): CountAnswers {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'vointi_http_answers_total',
    help: 'Answers by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  registry.registerMetric(
    new Gauge({
      name: 'vointi_live_listeners',
      help: 'Open streams of changes',
      registers: [],
      collect() {
        this.set(countListeners());
      },
    }),
  );
  app.addHook('onResponse', async (request, reply) => {
    requests.inc({ route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) });
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
    if (!isLocal || request.headers['x-forwarded-for'] || request.headers.forwarded) return reply.callNotFound();
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
  return (route, status) => {
    const counter = requests.labels({ route, status: String(status) });
    return () => counter.inc();
  };
}
