import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, dropDatabase } from './databases.ts';
import type {} from './global-setup.ts';

export type TestDatabase = { connectionString: string; drop: () => Promise<void> };

/** A database of one's own, migrated unless `empty`. Needs `global-setup.ts` in the vitest configuration. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { connectionString: server, template } = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const connectionString = await createDatabase(server, name, empty ? 'template0' : template);
  return { connectionString, drop: () => dropDatabase(server, name) };
}
