import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** For the types of queries, and for parts of raw ones. */
export { Prisma } from './generated/client.ts';
export type Db = PrismaClient;

type Options = {
  /** Connections at most. */
  max?: number;
  /** An idle connection broke; the pool opens another by itself. */
  onIdleError?: (error: Error) => void;
};

/** The database as the application uses it. Connects with the first query. */
export function createDb(connectionString: string, { max = 10, onIdleError = () => {} }: Options = {}): Db {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'vointi',
  });
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, onPoolError: onIdleError }),
  });
}

export const closeDb = (db: Db): Promise<void> => db.$disconnect();
