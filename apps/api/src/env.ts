import { resolve } from 'node:path';
import * as z from 'zod';
import type { IdentityProviderSettings } from './platform/settings.ts';
import { localProxies, parseProxies } from './platform/trusted-proxies.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const proxies = z.string().transform((text, refusal) => {
  const parsed = parseProxies(text);
  if (typeof parsed !== 'string') return parsed;
  refusal.addIssue(parsed);
  return z.NEVER;
});
/** Whether the address is on this machine, where nobody can read http on the way. */
const isLoopback = ({ hostname }: URL) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** A refused setting, named in one sentence. The start prints the sentence and stops. */
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
  TRUST_PROXY: proxies.optional(),
  DEMO: flag.optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must begin with postgresql://')
    .optional(),
  LINK_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine((text) => new Set(text).size >= 12 && !/change|example|secret|password/i.test(text), 'must be random')
    .optional(),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').max(200).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().max(300).regex(/@/, 'must hold an e-mail address').optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OIDC_CLIENT_ID: z.string().max(300).optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000).optional(),
  OIDC_MUNICIPALITY: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'must be a municipality as in addresses, like kouvola')
    .optional(),
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_SCOPE: z
    .string()
    .max(300)
    .regex(/\bopenid\b/, 'must contain openid')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Env = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** For migrations and grants; the application itself never uses it. */
  databaseOwnerUrl: string | undefined;
  /** Undefined only in a demo, which makes one and stores it in its data folder. */
  linkSecret: string | undefined;
  demoPassword: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  identityProvider: IdentityProviderSettings | undefined;
  dataDir: string;
  publicUrl: string | undefined;
  /** The proxies whose X-Forwarded-For counts. */
  trustProxy: readonly string[];
  demo: boolean;
  logLevel: string;
};

type EnvValues = z.output<typeof Env>;

/** Settings that only a demo may lack (ASVS 5.0, 13.3), as a default would be public. */
function refuseOutsideDemo(data: EnvValues, demo: boolean) {
  if (data.DATABASE_OWNER_URL && !data.DATABASE_URL) {
    throw new EnvError('DATABASE_OWNER_URL needs DATABASE_URL beside it: the role that the application works as.');
  }
  if (demo) return;
  if (!data.LINK_SECRET) {
    throw new EnvError(
      'LINK_SECRET is missing: outside a demo it makes the links of invitations (openssl rand -base64 32).',
    );
  }
  if (!data.PUBLIC_URL) {
    throw new EnvError('PUBLIC_URL is missing: outside a demo it stands in mails and says whether cookies need https.');
  }
  if (data.PUBLIC_URL.startsWith('http:') && !isLoopback(new URL(data.PUBLIC_URL))) {
    throw new EnvError(
      'PUBLIC_URL must be an https address outside a demo, or passwords and sessions can be read on the way: http is ' +
        'only for one on this machine (localhost, 127.0.0.1 or [::1]).',
    );
  }
  if (data.DEMO_PASSWORD) throw new EnvError('DEMO_PASSWORD is refused outside a demo: there are no demo accounts.');
}

const identityKeys = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_MUNICIPALITY'] as const;

function identityProviderOf(
  data: EnvValues,
  environment: NodeJS.ProcessEnv,
  demo: boolean,
): IdentityProviderSettings | undefined {
  const unknown = Object.keys(environment).find((key) => key.startsWith('OIDC_') && !(key in Env.shape));
  if (unknown)
    throw new EnvError(
      `${unknown} is not a setting; there are ${Object.keys(Env.shape)
        .filter((key) => key.startsWith('OIDC_'))
        .join(', ')}.`,
    );
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_MUNICIPALITY: municipality,
  } = data;
  if (!identityKeys.some((key) => data[key])) return undefined;
  if (!issuer || !clientId || !clientSecret || !municipality) {
    throw new EnvError(
      `${identityKeys.find((key) => !data[key])} is missing: an identity provider needs ${identityKeys.join(', ')}.`,
    );
  }
  const address = new URL(issuer);
  const { protocol, href } = address;
  if (!demo && protocol !== 'https:') throw new EnvError('OIDC_ISSUER must be an https address outside a demo.');
  if (protocol !== 'https:' && !isLoopback(address)) {
    throw new EnvError('OIDC_ISSUER must be an https address: http is only for one on this machine, in a demo.');
  }
  if (href.includes('/.well-known/')) {
    throw new EnvError('OIDC_ISSUER is the issuer itself, the address before /.well-known/.');
  }
  return {
    issuer,
    clientId,
    clientSecret,
    municipality,
    name: data.OIDC_NAME ?? address.hostname,
    scope: data.OIDC_SCOPE ?? 'openid profile email',
  };
}

function read<S extends z.ZodObject>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  const present = Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const value = environment[key]?.trim();
      return value ? [[key, value]] : [];
    }),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const allowed = issue?.code === 'invalid_value' ? ` (allowed: ${issue.values.join(', ')})` : '';
    throw new EnvError(`${issue?.path.join('.') ?? 'Environment'} is not usable: ${issue?.message}${allowed}.`);
  }
  return parsed.data;
}

/** The settings of a command that only uses the database: nothing about serving. */
export function parseDatabaseEnv(
  environment: NodeJS.ProcessEnv,
  root: string,
): Pick<Env, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir'> {
  const data = read(Env.pick({ DATABASE_URL: true, DATABASE_OWNER_URL: true, DATA_DIR: true }), environment);
  return {
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    dataDir: resolve(root, data.DATA_DIR),
  };
}

/**
 * Settings from the environment; an empty value counts as absent.
 * @param root the folder that a relative DATA_DIR is relative to
 * @throws EnvError with a sentence that names the setting and its valid values
 */
export function parseEnv(environment: NodeJS.ProcessEnv, root: string): Env {
  const data = read(Env, environment);
  if (data.DEMO && data.NODE_ENV === 'production') {
    throw new EnvError('DEMO=true is refused with NODE_ENV=production: a demo has known accounts and example data.');
  }
  const demo = data.DEMO ?? (data.DATABASE_URL === undefined && data.NODE_ENV !== 'production');
  refuseOutsideDemo(data, demo);
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    linkSecret: data.LINK_SECRET,
    demoPassword: data.DEMO_PASSWORD,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    identityProvider: identityProviderOf(data, environment, demo),
    dataDir: resolve(root, data.DATA_DIR),
    publicUrl: data.PUBLIC_URL,
    trustProxy: data.TRUST_PROXY ?? localProxies,
    demo,
    logLevel: data.LOG_LEVEL,
  };
}
