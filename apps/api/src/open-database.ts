import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canRewriteAudit, grantApp } from '@vointi/db/app-role.ts';
import { startPostgres } from '@vointi/db/embedded-postgres.ts';
import { migrateJobs } from '@vointi/db/jobs.ts';
import { migrate } from '@vointi/db/migrate.ts';
import { EnvError, type Env } from './env.ts';

/** One database with two roles: `owner` migrates and loads examples, the application works as `app`. */
export type OpenDatabase = { owner: string; app: string; stop: () => Promise<void> };

const appRole = 'vointi_app';

/**
 * The database of this start, migrated, in which the application's role has only the grants that it needs.
 * @throws EnvError outside a demo when that role could rewrite the audit log
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  return env.databaseUrl ? openExternal(env, env.databaseUrl) : openOwn(env);
}

const oneRole =
  'put the address of the owning role into DATABASE_OWNER_URL and that of another role, which is made if it is ' +
  'missing, into DATABASE_URL. A demo (DEMO=true) goes on without.';
const strongRole =
  'it is a superuser, can become the owner or another role that may, owns the schema, or was given a right by hand. ' +
  'Name another role, which is made if it is missing, in DATABASE_URL. A demo (DEMO=true) goes on without.';

/** Reports a server that cannot be reached or refuses in a sentence without a stack, as the setting is wrong. */
function withSettingName(error: unknown, setting: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new EnvError(`The database of ${setting} cannot be used: ${message || code}.`, { cause: error });
}

async function openExternal(env: Env, app: string): Promise<OpenDatabase> {
  const owner = env.databaseOwnerUrl ?? app;
  try {
    await migrate(owner);
    await migrateJobs(owner);
  } catch (error) {
    throw withSettingName(error, env.databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL');
  }
  if (owner !== app) await grantApp(owner, app);
  if (await canRewriteAudit(app)) {
    const sentence = `The role of DATABASE_URL could rewrite the audit log: ${owner === app ? oneRole : strongRole}`;
    if (!env.demo) throw new EnvError(sentence);
    console.error(sentence);
  }
  return { owner, app, stop: async () => {} };
}

async function openOwn({ dataDir }: Env): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  const connectionFile = join(dataDir, 'connection.json');
  const stop = async () => {
    rmSync(connectionFile, { force: true });
    await postgres.stop();
  };
  try {
    const owner = postgres.connectionString;
    // Nobody else uses this server, so the password is new at each start and stored nowhere.
    const own = { username: appRole, password: randomBytes(24).toString('base64url') };
    const app = Object.assign(new URL(owner), own).href;
    await migrate(owner);
    await migrateJobs(owner);
    await grantApp(owner, app, { setsPassword: true });
    // Commands such as plan:load find the running database here.
    writeFileSync(connectionFile, JSON.stringify({ connectionString: owner, pid: process.pid }), { mode: 0o600 });
    return { owner, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
