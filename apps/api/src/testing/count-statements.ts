import pg from 'pg';

/** The driver's method that sends every statement of this process. */
type Send = (...parameters: unknown[]) => unknown;
const driver = pg.Client.prototype as unknown as { query: Send };

const textOf = (statement: unknown): string =>
  typeof statement === 'string' ? statement : String((statement as { text?: string } | undefined)?.text ?? '');
const isFrame = /^\s*(begin|commit|rollback|savepoint|release)/i;

/** Runs the work. @returns its result and the statements that reached the database, without begin, commit and the like */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const original = driver.query;
  driver.query = function counted(this: unknown, ...parameters: unknown[]) {
    const text = textOf(parameters[0]);
    if (text !== '' && !isFrame.test(text)) statements.push(text);
    return original.apply(this, parameters);
  };
  try {
    return { result: await work(), statements };
  } finally {
    driver.query = original;
  }
}
