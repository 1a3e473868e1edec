/**
 * An error without its message, as messages of databases, mail servers and libraries carry addresses, names and values.
 * It keeps the kind, the broken constraint and the stack frames.
 */
export type Fault = { code: string; rule?: string; places: string[]; cause?: Fault };

/** The code of an error, with the reply code of a mail server. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const parts = [typeof code === 'string' ? code : error.name, typeof responseCode === 'number' ? responseCode : ''];
  return parts.join(' ').trim();
}

const frames = (error: Error) => (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));

/** The constraint that a database error names, if any. The name comes from our schema, so it holds no value. */
function ruleOf(error: Error): string | undefined {
  const { constraint } = error as Error & { constraint?: unknown };
  if (typeof constraint === 'string') return constraint;
  return /violates [a-z-]+ constraint \\?"(\w{1,80})\\?"/.exec(error.message)?.[1];
}

export function faultOf(error: unknown, depth = 3): Fault {
  if (!(error instanceof Error)) return { code: 'unknown', places: [] };
  const rule = ruleOf(error);
  return {
    code: codeOf(error),
    ...(rule !== undefined && { rule }),
    places: frames(error)
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && depth > 0 && { cause: faultOf(error.cause, depth - 1) }),
  };
}
