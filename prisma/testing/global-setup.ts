import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { grantApp } from '../app-role.ts';
import { claim } from '../embedded/owner.ts';
import { stopOrphan } from '../embedded/postmaster.ts';
import { type EmbeddedPostgres, startPostgres } from '../embedded-postgres.ts';
import { migrateJobs } from '../jobs.ts';
import { migrate } from '../migrate.ts';
import { createDatabase, dropDatabase } from './databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { connectionString: string; template: string; app: { username: string; password: string } };
  }
}

/** Starts one server for the run, and migrates a template database that each test database copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Another server, to test an older release of PostgreSQL.
  const elsewhere = process.env['TEST_DATABASE_URL'];
  const server =
    elsewhere === undefined ? await startThrowaway() : { connectionString: elsewhere, stop: async () => {} };
  const template = `template_${process.pid}_${Date.now()}`;
  const whole = await createDatabase(server.connectionString, template);
  await migrate(whole);
  await migrateJobs(whole);
  // Copies inherit the grants of the template.
  const app = { username: 'vointi_test_app', password: 'only-for-tests' };
  await grantApp(whole, Object.assign(new URL(whole), app).href, { setsPassword: true });
  project.provide('testServer', { connectionString: server.connectionString, template, app });
  return async () => {
    await dropDatabase(server.connectionString, template);
    await server.stop();
  };
}

const prefix = 'vointi-test-';

/** Removes servers of runs that were killed before they could stop them. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    if (!existsSync(join(dataDir, 'owner'))) continue;
    try {
      claim(dataDir);
      await stopOrphan(join(dataDir, 'cluster'));
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // It belongs to a run in progress, or to another user.
    }
  }
}

async function startThrowaway(): Promise<Pick<EmbeddedPostgres, 'connectionString' | 'stop'>> {
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const { connectionString, stop } = await startPostgres({ dataDir, durable: false });
  return {
    connectionString,
    stop: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
