import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** Types of queries, and parts of raw statements. */
export { Prisma } from './generated/client.ts';
export type Db = PrismaClient;
/** The database within a transaction; a `Db` fits too. */
export type Tx = Prisma.TransactionClient;

type Options = {
  /** Greatest number of connections. */
  max?: number;
  /** Called when an idle connection broke; the pool opens another. */
  onIdleError?: (error: Error) => void;
};

const preparedName = /^\s*\/\* prepared: ([\w.]+) \*\//;

/**
 * Names a frequent statement, so that each connection keeps its plan. A name must have one text: pass what varies as
 * parameters. Without a name a statement is planned anew each time.
 */
export const prepared = (name: string): string => `/* prepared: ${name} */`;

/** The application's database client; connects with the first query. */
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
