import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** For the types of queries, and for parts of raw ones. */
export { Prisma } from './generated/client.ts';
export type Db = PrismaClient;
/** The database within a transaction. `Db` fits too. */
export type Tx = Prisma.TransactionClient;

type Options = {
  /** Connections at most. */
  max?: number;
  /** An idle connection broke; the pool opens another by itself. */
  onIdleError?: (error: Error) => void;
};

const preparedName = /^\s*\/\* prepared: ([\w.]+) \*\//;

/**
 * Begins a statement that is sent so often that each connection keeps its plan under this name. One name, one text: what
 * differs from time to time goes into parameters. Without it a statement is planned anew each time.
 */
export const prepared = (name: string): string => `/* prepared: ${name} */`;

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
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      onPoolError: onIdleError,
      statementNameGenerator: ({ sql }) => preparedName.exec(sql)?.[1] ?? '',
    }),
  });
}

export const closeDb = (db: Db): Promise<void> => db.$disconnect();
