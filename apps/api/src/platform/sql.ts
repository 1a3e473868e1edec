import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';

/** The database, or a transaction of it. */
type Connection = Pick<Tx, '$queryRaw' | '$queryRawUnsafe' | '$executeRawUnsafe'>;

/** Checks rows without changing them, so that a statement gives the same values with and without the check. */
export type RowSchema<T> = z.ZodType<T, T>;

export const { sql } = Prisma;

/** Vitest and `npm run dev` set NODE_ENV. Otherwise rows are not checked, as the check costs more than most statements. */
const isChecked = process.env['NODE_ENV'] === 'test' || process.env['NODE_ENV'] === 'development';

function checked<T>(schema: RowSchema<T>, value: unknown, statement: Prisma.Sql | string): T {
  const { error } = isChecked ? schema.safeParse(value) : {};
  if (!error) return value as T;
  const text = typeof statement === 'string' ? statement : statement.sql;
  throw new Error(`A statement gave other rows than its schema says.\n${z.prettifyError(error)}\n${text}`);
}

/**
 * Rows of a statement that Prisma has no method for.
 * @param statement built with `sql`, or fixed text with `values` for $1, $2, …: never text that holds a value
 * @throws Error in tests and development where a row does not fit the schema
 */
export async function queryRows<T>(
  db: Connection,
  row: RowSchema<T>,
  statement: Prisma.Sql | string,
  ...values: unknown[]
): Promise<T[]> {
  const rows: unknown = await (typeof statement === 'string'
    ? db.$queryRawUnsafe(statement, ...values)
    : db.$queryRaw(statement));
  return checked(z.array(row), rows, statement);
}

/**
 * The column `json` of a statement's only row, for statements in which PostgreSQL builds the JSON, as one value is cheaper
 * than thousands of typed cells. Undefined without a row.
 * @throws Error in tests and development where the JSON does not fit the schema
 */
export async function queryJson<T>(
  db: Connection,
  schema: RowSchema<T>,
  statement: string,
  ...values: unknown[]
): Promise<T | undefined> {
  const [row] = await db.$queryRawUnsafe<{ json: string }[]>(statement, ...values);
  return row && checked(schema, JSON.parse(row.json), statement);
}

/** Runs a statement of fixed text. @returns the number of rows it has written */
export const execute = (db: Connection, statement: string, ...values: unknown[]): Promise<number> =>
  db.$executeRawUnsafe(statement, ...values);

/** A time as contracts write it, for statements in which PostgreSQL builds the JSON. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
