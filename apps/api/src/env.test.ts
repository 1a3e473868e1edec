import { expect, it } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

const parse = (given: Record<string, string>) => parseEnv(given, '/srv/vointi');

it('needs nothing: a demo on this machine', () => {
  expect(parse({})).toEqual({
    nodeEnv: 'development',
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: '/srv/vointi/.data',
    publicUrl: undefined,
    demo: true,
    logLevel: 'warn',
  });
});

it('takes every setting, and an empty one as absent', () => {
  const given = { PORT: ' 8080 ', HOST: '', DATA_DIR: '/var/lib/vointi', PUBLIC_URL: 'https://vointi.example/' };
  expect(parse(given)).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/var/lib/vointi',
    publicUrl: 'https://vointi.example',
  });
});

it('shows the examples only where it keeps its own database, unless told otherwise', () => {
  const own = { DATABASE_URL: 'postgresql://vointi@db/vointi' };
  expect(parse(own).demo).toBe(false);
  expect(parse({ ...own, DEMO: 'true' }).demo).toBe(true);
  expect(parse({ DEMO: 'false' }).demo).toBe(false);
  expect(parse({ NODE_ENV: 'production' }).demo).toBe(false);
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
])('refuses %j in one sentence that names it', (given, sentence) => {
  const start = () => parse(given as Record<string, string>);
  expect(start).toThrow(EnvError);
  expect(start).toThrow(sentence);
});

it('does not repeat a refused value: it may be a secret', () => {
  expect(() => parse({ DATABASE_URL: 'postgres:/user:hunter2@db' })).toThrow(/^(?!.*hunter2)/);
});
