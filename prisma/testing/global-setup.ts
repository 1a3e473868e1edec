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

/** One server for a run; the migrations are applied once, to the database that those of the tests are copies of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Another server, to see that an older release does as well.
  const elsewhere = process.env['TEST_DATABASE_URL'];
  const server =
    elsewhere === undefined ? await startThrowaway() : { connectionString: elsewhere, stop: async () => {} };
  const template = `template_${process.pid}_${Date.now()}`;
  const whole = await createDatabase(server.connectionString, template);
  await migrate(whole);
  await migrateJobs(whole);
  // What a role may do goes with the template into each copy.
  const app = { username: 'vointi_test_app', password: 'only-for-tests' };
  await grantApp(whole, Object.assign(new URL(whole), app).href, { setsPassword: true });
  project.provide('testServer', { connectionString: server.connectionString, template, app });
  return async () => {
    await dropDatabase(server.connectionString, template);
    await server.stop();
  };
}

const prefix = 'vointi-test-';

/** A run that was killed outright could not take its server along. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    if (!existsSync(join(dataDir, 'owner'))) continue;
    try {
      claim(dataDir);
      await stopOrphan(join(dataDir, 'cluster'));
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // Of a run that goes on, or of somebody else.
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
