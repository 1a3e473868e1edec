import { resolve } from 'node:path';

/** What was typed is not a command: the usage is printed. */
export class UsageError extends Error {}

/** npm runs scripts at the root of the project; a file is meant from where the person stands. */
export const fileFrom = (name: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), name);

const isMistyped = (error: unknown): boolean =>
  error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

/** Runs a command and sets its exit code: what it answers, 2 when it was mistyped, 1 when it failed. */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    process.exitCode = isMistyped(error) ? 2 : 1;
    if (isMistyped(error)) console.error(`${message}\n${usage}`);
    else console.error(message || String(code));
  }
}
