import fastify, { LogController, type FastifyInstance } from 'fastify';
import compress from '@fastify/compress';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Db } from '@vointi/db/client.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { decisionRoutes } from './features/decision/routes.ts';
import { departmentRoutes } from './features/department/routes.ts';
import { LiveStreams } from './features/display/public.ts';
import { displayRoutes } from './features/display/routes.ts';
import { findingRoutes } from './features/finding/routes.ts';
import { goalRoutes } from './features/goal/routes.ts';
import { identityRoutes } from './features/identity/routes.ts';
import { indicatorRoutes } from './features/indicator/routes.ts';
import { measureRoutes } from './features/measure/routes.ts';
import { hasMailbox, mailTask } from './features/mail/public.ts';
import { mailRoutes } from './features/mail/routes.ts';
import { sendMailTask } from './features/mail/send-mail.ts';
import { municipalityRoutes } from './features/municipality/routes.ts';
import { BoardStore, hasPage, isPrivateMunicipality, registerBoardResponseCache } from './features/plan/public.ts';
import { planRoutes } from './features/plan/routes.ts';
import { reminderRoutes } from './features/reminder/routes.ts';
import { remindRoundTask } from './features/reminder/write-remind.ts';
import { remindTask } from './features/reminder/write-schedule.ts';
import { reportRoutes } from './features/report/routes.ts';
import { roundRoutes } from './features/round/routes.ts';
import { endTask, openTask } from './features/round/schedule.ts';
import { endReopeningTask } from './features/round/write-reopening.ts';
import { openRoundTask } from './features/round/write-state.ts';
import { deleteOldTask } from './features/session/delete-old.ts';
import { sessionRoutes } from './features/session/routes.ts';
import { requestResetTask, resetTask } from './features/session/write-link.ts';
import { userRoutes } from './features/user/routes.ts';
import { compression } from './platform/compression.ts';
import type { Context } from './platform/context.ts';
import type { Settings } from './platform/settings.ts';
import { registerDocs } from './platform/docs.ts';
import { registerErrors, sendProblem } from './platform/errors.ts';
import { registerHealth } from './platform/health.ts';
import type { StreamLimits } from './platform/event-streams.ts';
import { createIdentityProvider } from './platform/identity-provider.ts';
import { Jobs, type Tasks } from './platform/jobs.ts';
import { Changes } from './platform/live.ts';
import { registerMetrics } from './platform/metrics.ts';
import { decorateRequests } from './platform/serve.ts';
import { headersOfUnreadable, registerSecurityHeaders } from './platform/security-headers.ts';
import { localProxies } from './platform/trusted-proxies.ts';
import { answerUnreadable } from './platform/unreadable.ts';
import { buildOf, registerWeb } from './platform/web.ts';

export type AppOptions = {
  db: Db;
  connectionString: string;
  settings: Settings;
  now?: () => Date;
  /** The proxies whose X-Forwarded-For counts; by default one on this machine. */
  trustProxy?: readonly string[];
  logLevel?: string;
  /** The target of the log instead of standard output. */
  logTo?: { write: (line: string) => void };
  /** Whether this process runs jobs of the queue too; true by default. */
  hasJobs?: boolean;
  /** The built web app; absent in tests of the API alone. */
  webRoot?: string;
  /** How often cached boards are checked against the database. */
  checkEveryMs?: number;
  /** Limits of listeners to changes, and the interval of their heartbeats. */
  streamLimits?: Partial<StreamLimits>;
  heartbeatMs?: number;
};

/** Every feature of the API, in the order of its documentation. */
export const features = [
  municipalityRoutes,
  planRoutes,
  goalRoutes,
  measureRoutes,
  departmentRoutes,
  findingRoutes,
  indicatorRoutes,
  sessionRoutes,
  identityRoutes,
  mailRoutes,
  userRoutes,
  auditRoutes,
  roundRoutes,
  reminderRoutes,
  reportRoutes,
  displayRoutes,
  decisionRoutes,
];

export const tasksOf = (context: Context): Tasks => ({
  [mailTask]: sendMailTask(context),
  [resetTask]: requestResetTask(context),
  [openTask]: openRoundTask(context),
  [endTask]: endReopeningTask(context),
  [remindTask]: remindRoundTask(context),
  delete_old: deleteOldTask(context),
});

/** The whole application without a port: the caller calls `listen`. Closing it closes its notification connection, not `db`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: {
      level: options.logLevel ?? 'silent',
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      ...(options.logTo && { stream: options.logTo }),
    },
    trustProxy: [...(options.trustProxy ?? localProxies)],
    // A line for each request would fill the log without saying much; /metrics counts requests.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 120 },
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request, reply.headers(headersOfUnreadable(options.settings.publicUrl))),
    clientErrorHandler: answerUnreadable(options.settings.publicUrl),
    genReqId: () => crypto.randomUUID(),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Writes are JSON only, as a form of a foreign page can send text without a preflight.
  app.removeContentTypeParser('text/plain');
  decorateRequests(app);
  registerErrors(app);
  await registerSecurityHeaders(app, options.settings.publicUrl);
  const countAnswers = registerMetrics(app, () => live.size);
  await app.register(compress, compression);
  await registerDocs(app, options.settings.publicUrl);

  const changes = new Changes({
    connectionString: options.connectionString,
    log: app.log,
    ...(options.checkEveryMs !== undefined && { everyMs: options.checkEveryMs }),
  });
  const boards = new BoardStore(options.db, changes);
  const now = options.now ?? (() => new Date());
  const build = buildOf(options.webRoot);
  // Listeners come after the boards, so that a listener that gets a change finds the new board.
  const live = new LiveStreams({
    db: options.db,
    changes,
    now,
    log: app.log,
    build,
    ...(options.streamLimits && { limits: options.streamLimits }),
    ...(options.heartbeatMs !== undefined && { everyMs: options.heartbeatMs }),
  });
  const context: Context = {
    db: options.db,
    boards,
    live,
    build,
    settings: options.settings,
    identityProvider:
      options.settings.identityProvider && createIdentityProvider(options.settings.identityProvider, options.settings),
    now,
  };
  registerBoardResponseCache(app, boards, countAnswers);
  registerHealth(app, options.db, changes);
  await app.register(async (scope) => {
    for (const feature of features) {
      // Without a mailbox its address does not exist either.
      if (feature !== mailRoutes || hasMailbox(context.settings)) feature(scope, context);
    }
  });
  await registerWeb(app, context, { webRoot: options.webRoot, hasPage, isPrivateMunicipality });

  app.addHook('onReady', () => changes.start());
  app.addHook('preClose', async () => live.close());
  if (options.hasJobs ?? true) {
    const jobs = new Jobs({
      connectionString: options.connectionString,
      log: app.log,
      tasks: tasksOf(context),
      // These hours are night in Finland.
      daily: [{ task: 'delete_old', hour: 1, minute: 17 }],
    });
    app.addHook('onReady', async () => jobs.start());
    app.addHook('onClose', () => jobs.stop());
  }
  app.addHook('onClose', async () => {
    boards.close();
    await changes.close();
  });
  return app;
}
