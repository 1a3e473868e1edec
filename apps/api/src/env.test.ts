import { expect, it } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

const outside = { LINK_SECRET: 'v5Zq0Jr8mWc2YtK7uB4nXe1LhGd9PsAf', PUBLIC_URL: 'https://vointi.example' };
const oidc = {
  OIDC_ISSUER: 'https://login.kunta.example',
  OIDC_CLIENT_ID: 'vointi',
  OIDC_CLIENT_SECRET: 'x',
  OIDC_MUNICIPALITY: 'kouvola',
};
const parse = (environment: Record<string, string>) => parseEnv(environment, '/srv/vointi');

it('starts a demo on this machine without any setting', () => {
  expect(parse({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: '/srv/vointi/.data',
    publicUrl: undefined,
    trustProxy: ['loopback'],
    demo: true,
    databaseOwnerUrl: undefined,
    linkSecret: undefined,
    demoPassword: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    identityProvider: undefined,
    logLevel: 'warn',
  });
});

it('takes every setting, and an empty one as absent', () => {
  const environment = { PORT: ' 8080 ', HOST: '', DATA_DIR: '/var/lib/vointi', PUBLIC_URL: 'https://vointi.example/' };
  expect(parse({ ...environment, TRUST_PROXY: 'loopback, 10.0.0.0/8' })).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/var/lib/vointi',
    publicUrl: 'https://vointi.example',
    trustProxy: ['loopback', '10.0.0.0/8'],
  });
});

it('shows the examples only where it keeps its own database, unless told otherwise', () => {
  const own = { DATABASE_URL: 'postgresql://vointi@db/vointi', ...outside };
  expect(parse(own).demo).toBe(false);
  expect(parse({ ...own, DEMO: 'true' }).demo).toBe(true);
  expect(parse({ DEMO: 'false', ...outside }).demo).toBe(false);
  expect(parse({ NODE_ENV: 'production', ...outside }).demo).toBe(false);
});

it.each([
  [{ PORT: 'http' }, /^PORT .*port number/],
  [{ PORT: '70000' }, /^PORT /],
  [{ PORT: '30.5' }, /^PORT .*whole number/],
  [{ DATABASE_URL: 'mysql://db' }, /^DATABASE_URL .*postgresql:\/\//],
  [{ PUBLIC_URL: 'vointi.example' }, /^PUBLIC_URL .*http/],
  [{ PUBLIC_URL: 'ftp://vointi.example' }, /^PUBLIC_URL .*http/],
  [{ DEMO: 'yes' }, /^DEMO .*true, false/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL .*warn/],
  [{ NODE_ENV: 'prod' }, /^NODE_ENV .*production/],
  [{ DEMO: 'true', NODE_ENV: 'production' }, /^DEMO=true is refused/],
  [{ DEMO: 'false', PUBLIC_URL: outside.PUBLIC_URL }, /^LINK_SECRET is missing/],
  [{ NODE_ENV: 'production', LINK_SECRET: outside.LINK_SECRET }, /^PUBLIC_URL is missing/],
  [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY is not usable: entry 1 must be an address/],
  [{ TRUST_PROXY: 'loopback, 10.0.0.0/0' }, /^TRUST_PROXY is not usable: entry 2 /],
  [{ ...outside, DEMO: 'false', PUBLIC_URL: 'http://vointi.example' }, /^PUBLIC_URL must be an https .*localhost/],
  [{ ...outside, DEMO: 'false', PUBLIC_URL: 'http://127.0.0.1.evil.example' }, /^PUBLIC_URL must be an https/],
  [{ LINK_SECRET: 'short' }, /^LINK_SECRET .*32/],
  [{ LINK_SECRET: 'change-me-change-me-change-me-change-me' }, /^LINK_SECRET .*random/],
  [{ LINK_SECRET: 'a'.repeat(40) }, /^LINK_SECRET .*random/],
  [{ ...outside, DEMO: 'false', DEMO_PASSWORD: 'salasana1' }, /^DEMO_PASSWORD is refused/],
  [{ DEMO_PASSWORD: 'x' }, /^DEMO_PASSWORD .*8/],
  [{ DATABASE_OWNER_URL: 'postgresql://owner@db/vointi' }, /^DATABASE_OWNER_URL needs DATABASE_URL/],
  [{ SMTP_URL: 'mail.example' }, /^SMTP_URL .*smtp:/],
  [{ MAIL_FROM: 'Vointi' }, /^MAIL_FROM .*address/],
  [{ OIDC_ISSUER: 'https://login.kunta.example' }, /^OIDC_CLIENT_ID is missing/],
  [{ ...oidc, OIDC_ISSUER: 'login' }, /^OIDC_ISSUER .*http/],
  [{ ...oidc, OIDC_SCOPE: 'profile' }, /^OIDC_SCOPE .*openid/],
  [{ ...oidc, OIDC_ISSUER: 'http://login.example' }, /^OIDC_ISSUER must be an https address: http is only/],
  [
    { ...oidc, OIDC_ISSUER: 'https://login.example/.well-known/openid-configuration' },
    /^OIDC_ISSUER .*before \/\.well-known\//,
  ],
  [{ ...oidc, OIDC_CLIENT_SECERT: 'x' }, /^OIDC_CLIENT_SECERT is not a setting/],
  [{ ...oidc, ...outside, DEMO: 'false', OIDC_ISSUER: 'http://login.example' }, /^OIDC_ISSUER must be an https/],
])('refuses %j in one sentence that names it', (environment, sentence) => {
  const start = () => parse(environment as Record<string, string>);
  expect(start).toThrow(EnvError);
  expect(start).toThrow(sentence);
});

it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  'takes %s outside a demo: it does not leave this machine',
  (publicUrl) => {
    expect(parse({ ...outside, DEMO: 'false', PUBLIC_URL: publicUrl }).publicUrl).toBe(publicUrl);
  },
);

it('does not repeat a refused value, as it may be a secret', () => {
  expect(() => parse({ DATABASE_URL: 'postgres:/user:hunter2@db' })).toThrow(/^(?!.*hunter2)/);
});

it('sets up an identity provider when all its settings are present', () => {
  expect(parse(oidc).identityProvider).toEqual({
    issuer: 'https://login.kunta.example',
    clientId: 'vointi',
    clientSecret: 'x',
    municipality: 'kouvola',
    name: 'login.kunta.example',
    scope: 'openid profile email',
  });
  expect(parse({ ...oidc, OIDC_NAME: 'Kunnan tunnus' }).identityProvider?.name).toBe('Kunnan tunnus');
});
