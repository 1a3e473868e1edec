import pg from 'pg';
import type { TestApp } from './test-app.ts';

/** The plans whose change is notified while the work runs. */
export async function announcedPlans(
  { databaseProxy }: Pick<TestApp, 'databaseProxy'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseProxy.connectionString });
  await client.connect();
  const ids: string[] = [];
  client.on('notification', ({ payload }) => ids.push(payload ?? ''));
  await client.query('listen plan_changed');
  await work();
  // Notifications of a transaction arrive before the answer to any statement after its commit.
  await client.query('select 1');
  await client.end();
  return ids;
}
