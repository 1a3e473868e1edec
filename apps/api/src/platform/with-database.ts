import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { startPostgres } from '@vointi/db/embedded-postgres.ts';
import { migrateJobs } from '@vointi/db/jobs.ts';
import { migrate } from '@vointi/db/migrate.ts';
import { parseDatabaseEnv } from '../env.ts';

const root = resolve(import.meta.dirname, '../../../..');

type Opened = { connectionString: string; stop: () => Promise<void> };
const notOurs = async () => {};

/** The database of a running start command, from the file in its data folder. A file left by a killed command is ignored. */
async function findRunning(dataDir: string): Promise<string | undefined> {
  try {
    const { connectionString, pid } = JSON.parse(readFileSync(join(dataDir, 'connection.json'), 'utf8'));
    process.kill(pid, 0);
    const db = createDb(connectionString, { max: 1 });
    await db.$executeRaw`select 1`.finally(() => closeDb(db));
    return connectionString;
  } catch {
    return undefined;
  }
}

async function open(environment: NodeJS.ProcessEnv): Promise<Opened> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = parseDatabaseEnv(environment, root);
  const connectionString = databaseOwnerUrl ?? databaseUrl ?? (await findRunning(dataDir));
  if (connectionString) return { connectionString, stop: notOurs };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return startPostgres({ dataDir: join(dataDir, 'postgres') });
}

/**
 * The database of a command: that of DATABASE_URL, else that of a running start command, else the embedded one, started
 * for the time of the command. It is migrated in each case.
 */
export async function withDatabase<T>(
  work: (db: Db) => Promise<T>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const { connectionString, stop } = await open(environment);
  const interrupt = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  try {
    await migrate(connectionString);
    await migrateJobs(connectionString);
    const db = createDb(connectionString, { max: 2 });
    return await work(db).finally(() => closeDb(db));
  } finally {
    await stop();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, interrupt);
  }
}
