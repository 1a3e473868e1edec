import { resolve } from 'node:path';
import * as z from 'zod';

const flag = z.enum(['true', 'false']).transform((given) => given === 'true');

/** A setting that is refused: one sentence that names it. The start prints it and stops. */
export class EnvError extends Error {}

const Env = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number('must be a port number').int('must be a whole number').min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must begin with postgresql://')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => new URL(url).origin)
    .optional(),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Env = {
  nodeEnv: 'production' | 'development' | 'test';
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  publicUrl: string | undefined;
  demo: boolean;
  logLevel: string;
};

/**
 * Settings from the environment; an empty value counts as absent.
 * @param root what a relative DATA_DIR is relative to
 * @throws EnvError with a sentence naming the setting and what it may be
 */
export function parseEnv(given: NodeJS.ProcessEnv, root: string): Env {
  const present = Object.fromEntries(
    Object.keys(Env.shape).flatMap((key) => {
      const value = given[key]?.trim();
      return value ? [[key, value]] : [];
    }),
  );
  const parsed = Env.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const allowed = issue?.code === 'invalid_value' ? ` (allowed: ${issue.values.join(', ')})` : '';
    throw new EnvError(`${issue?.path.join('.') ?? 'Environment'} is not usable: ${issue?.message}${allowed}.`);
  }
  const { data } = parsed;
  if (data.DEMO && data.NODE_ENV === 'production') {
    throw new EnvError('DEMO=true is refused with NODE_ENV=production: a demo has known accounts and example data.');
  }
  return {
    nodeEnv: data.NODE_ENV,
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDir: resolve(root, data.DATA_DIR),
    publicUrl: data.PUBLIC_URL,
    demo: data.DEMO ?? (data.DATABASE_URL === undefined && data.NODE_ENV !== 'production'),
    logLevel: data.LOG_LEVEL,
  };
}
