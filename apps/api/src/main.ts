import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { buildApp } from './app.ts';
import { EnvError, parseEnv, type Env } from './env.ts';
import { loadExamples } from './features/plan/examples.ts';
import { completeRounds } from './features/round/complete.ts';
import { type DemoAccounts, openDemoAccounts } from './features/session/demo-accounts.ts';
import { linkSecretOf } from './link-secret.ts';
import { openDatabase } from './open-database.ts';

const root = resolve(import.meta.dirname, '../../..');

/** How to stop what has been started, in the order of starting; stopped in reverse. */
const running: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

async function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const end of running.toReversed()) await end().catch((error) => console.error(String(error)));
  })();
  return stopping;
}

async function stopAndExit(code: number) {
  // A connection that does not end must not keep a stopping server alive.
  setTimeout(() => process.exit(code || 1), 10_000).unref();
  await stop();
  process.exit(code);
}

/** Checks the port before anything starts, so that a port in use leaves nothing behind. */
async function assertPortIsFree({ port, host }: Env) {
  if (port === 0) return;
  await new Promise<void>((free, taken) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => taken(new EnvError(portSentence(error, port, host))));
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

const portSentence = ({ code, message }: NodeJS.ErrnoException, port: number, host: string) =>
  code === 'EADDRINUSE'
    ? `Port ${port} on ${host} is in use, perhaps by a Vointi that is already running; stop it or set PORT to another.`
    : `Cannot listen on ${host}:${port}: ${message}.`;

/** Loads the examples and opens the demo accounts in the application's role, which shows that a demo needs no other rights. */
async function prepareDemo({ demoPassword }: Env, db: Db): Promise<DemoAccounts> {
  await loadExamples(db, join(root, 'examples'));
  return openDemoAccounts(db, demoPassword, new Date());
}

function accountLines({ password, isGiven }: DemoAccounts): string {
  const secret = isGiven
    ? 'their password is that of DEMO_PASSWORD'
    : password
      ? `their password, told this once: ${password}`
      : 'their password was told at the first start; DEMO_PASSWORD gives them another';
  return `Demo accounts: admin@, coordinator@, leader@, approver@ and one for each department, such as nuorisopalvelut@, all of kouvola.example and esimerkkila.example; ${secret}`;
}

async function start() {
  const env = parseEnv(process.env, root);
  await assertPortIsFree(env);
  const database = await openDatabase(env);
  running.push(database.stop);
  const db = createDb(database.app);
  running.push(() => closeDb(db));
  const accounts = env.demo ? await prepareDemo(env, db) : undefined;
  await completeRounds(db, new Date());

  const webRoot = join(root, 'apps/web/dist');
  let listening = '';
  const app = await buildApp({
    db,
    connectionString: database.app,
    settings: {
      publicUrl: env.publicUrl,
      baseUrl: () => env.publicUrl ?? listening,
      isDemo: env.demo,
      linkSecret: linkSecretOf(env),
      smtpUrl: env.smtpUrl,
      mailFrom: env.mailFrom ?? 'Vointi <vointi@localhost>',
      identityProvider: env.identityProvider,
    },
    trustProxy: env.trustProxy,
    logLevel: env.logLevel,
    ...(existsSync(webRoot) && { webRoot }),
  });
  running.push(() => app.close());
  const address = await app.listen({ port: env.port, host: env.host });
  listening = address;
  console.log(env.publicUrl ? `Vointi is at ${env.publicUrl}, listening on ${address}` : `Vointi is at ${address}`);
  if (!accounts) return;
  console.log(`Kouvola's plan for 2024 is at ${env.publicUrl ?? address}/kouvola/2024`);
  console.log(accountLines(accounts));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAndExit(0));
// The start command holds the other end, so that this process ends when the command is killed.
process.on('disconnect', () => void stopAndExit(0));

try {
  await start();
} catch (error) {
  if (stopping) await stopping;
  else {
    // A refused setting gets a sentence; any other error is a fault of the product and needs its stack.
    const isPlain = error instanceof Error && (error.constructor === Error || error instanceof EnvError);
    console.error(isPlain ? error.message : error);
    await stopAndExit(1);
  }
}
