import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, dropDatabase } from './databases.ts';
import type {} from './global-setup.ts';

export type TestDatabase = {
  /** As the owner. */
  connectionString: string;
  /** As the application's role: no DDL, no change of append-only tables. */
  appConnectionString: string;
  drop: () => Promise<void>;
};

/** Creates a database, migrated unless `empty`. Needs `global-setup.ts` in the vitest configuration. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { connectionString: server, template, app } = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const connectionString = await createDatabase(server, name, empty ? 'template0' : template);
  const appConnectionString = Object.assign(new URL(connectionString), app).href;
  return { connectionString, appConnectionString, drop: () => dropDatabase(server, name) };
}
