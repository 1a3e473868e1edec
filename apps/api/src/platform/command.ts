import { resolve } from 'node:path';

/** The arguments are wrong, so the command prints its usage. */
export class UsageError extends Error {}

/** Resolves a path from the person's own folder, as npm runs scripts at the root of the project. */
export const fileFrom = (name: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), name);

const isMistyped = (error: unknown): boolean =>
  error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

/** Runs a command and sets its exit code: its result, 2 for wrong arguments, 1 for a failure. */
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
