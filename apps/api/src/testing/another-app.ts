import type { FastifyInstance } from 'fastify';
import { closeDb, createDb } from '@vointi/db/client.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { testSettings, type TestApp } from './test-app.ts';

export type AnotherApp = { app: FastifyInstance; address: string; close: () => Promise<void> };

/** Another instance of the product on the same database, on its own port. */
export async function startAnother(
  { databaseProxy }: Pick<TestApp, 'databaseProxy'>,
  options: Partial<AppOptions> = {},
): Promise<AnotherApp> {
  const db = createDb(databaseProxy.connectionString, { max: 3 });
  const app = await buildApp({
    db,
    connectionString: databaseProxy.connectionString,
    checkEveryMs: 3_600_000,
    hasJobs: false,
    settings: testSettings,
    ...options,
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    address,
    close: async () => {
      await app.close();
      await closeDb(db);
    },
  };
}
