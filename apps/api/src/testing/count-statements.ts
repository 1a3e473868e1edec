import pg from 'pg';

/** The driver's own way to the server, which every statement of this process takes. */
type Send = (...given: unknown[]) => unknown;
const driver = pg.Client.prototype as unknown as { query: Send };

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given : String((given as { text?: string } | undefined)?.text ?? '');
const isFrame = /^\s*(begin|commit|rollback|savepoint|release)/i;

/** Does the work, and tells which statements reached the database meanwhile; those that only frame a transaction apart. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const original = driver.query;
  driver.query = function counted(this: unknown, ...given: unknown[]) {
    const text = textOf(given[0]);
    if (text !== '' && !isFrame.test(text)) statements.push(text);
    return original.apply(this, given);
  };
  try {
    return { result: await work(), statements };
  } finally {
    driver.query = original;
  }
}
