import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeDb, createDb } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { addressOf, endProcesses, newDataDir, outsideDemo, startProcess } from './testing/start-process.ts';

const appRole = 'vointi_outside_demo';
let database: TestDatabase;
let whole: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  const role = { username: appRole, password: 'only-for-tests' };
  whole = {
    NODE_ENV: 'production',
    DATABASE_OWNER_URL: database.connectionString,
    DATABASE_URL: Object.assign(new URL(database.connectionString), role).href,
    ...outsideDemo,
  };
});
afterAll(() => database.drop());
afterEach(endProcesses);

const start = (env: Record<string, string>) => startProcess({ DATA_DIR: newDataDir(), ...env });
const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));

/** Expects that the start ended with one sentence, which reveals no secret. */
async function expectRefusal(env: Record<string, string>, sentence: RegExp) {
  const run = start(env);
  expect(await run.exit).toBe(1);
  const output = run.output().trim();
  expect(output).toMatch(sentence);
  expect(output.split('\n')).toHaveLength(1);
  for (const secret of [outsideDemo.LINK_SECRET, 'only-for-tests']) expect(output).not.toContain(secret);
}

describe('starting', () => {
  it.each([
    ['LINK_SECRET', /^LINK_SECRET is missing: .*openssl rand/],
    ['PUBLIC_URL', /^PUBLIC_URL is missing/],
    ['DATABASE_URL', /^DATABASE_OWNER_URL needs DATABASE_URL/],
    ['DATABASE_OWNER_URL', /^The database of DATABASE_URL cannot be used: /],
  ])('refuses to start without %s', async (name, sentence) => {
    await expectRefusal(without(name), sentence);
  });

  it.each([
    [
      'a role that owns the database',
      { DATABASE_URL: 'the owner' },
      /^The role of DATABASE_URL could .* DATABASE_OWNER_URL/,
    ],
    ['a secret from an example', { LINK_SECRET: 'change-me-change-me-change-me-change-me' }, /^LINK_SECRET .*random/],
    ['http', { PUBLIC_URL: 'http://vointi.example' }, /^PUBLIC_URL must be an https address/],
    ['example accounts', { DEMO: 'true' }, /^DEMO=true is refused/],
    ['a password for them', { DEMO_PASSWORD: 'kolme kurkea suolla' }, /^DEMO_PASSWORD is refused/],
    ['proxies that are everybody', { TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY is not usable/],
    [
      'a database that is not there',
      { DATABASE_OWNER_URL: 'postgresql://vointi:hunter2@127.0.0.1:1/vointi' },
      /^The database of DATABASE_OWNER_URL cannot be used: connect ECONNREFUSED [^@]*$/,
    ],
    ['half an identity provider', { OIDC_ISSUER: 'https://login.kunta.example' }, /^OIDC_CLIENT_ID is missing/],
  ])('refuses to start with %s', async (_what, change, sentence) => {
    const environment = 'DATABASE_URL' in change ? { DATABASE_URL: database.connectionString } : change;
    await expectRefusal({ ...whole, ...environment }, sentence);
  });

  it('refuses one role that owns the database, even when NODE_ENV is not production', async () => {
    const { NODE_ENV: _production, DATABASE_OWNER_URL: _owner, ...rest } = whole;
    await expectRefusal({ ...rest, DATABASE_URL: database.connectionString }, /^The role of DATABASE_URL could/);
  });
});

it('starts with every setting in the application’s role, without demo parts', async () => {
  const run = start(whole);
  const address = await addressOf(run);
  const get = (path: string) => fetch(address + path);
  expect((await get('/readyz')).status).toBe(200);
  expect(run.output()).toMatch(/^Vointi is at https:\/\/vointi\.example, listening on \S+\n$/);
  expect(await (await get('/api/v1/municipalities')).json()).toEqual({ municipalities: [] });
  expect((await get('/api/v1/mailbox')).status).toBe(404);

  const docs = await get('/api/docs/');
  expect(docs.status).toBe(200);
  expect(docs.headers.get('content-security-policy')).toMatch(/;style-src 'self' 'sha256-[\w+/]{43}=';/);
  expect(docs.headers.get('strict-transport-security')).toBe('max-age=31536000');

  const db = createDb(database.connectionString, { max: 1 });
  expect(await db.user.count()).toBe(0);
  const roles = await db.$queryRaw<{ usename: string }[]>`
    select distinct usename::text from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  await closeDb(db);
  expect(roles.map(({ usename }) => usename)).toEqual([appRole]);

  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(0);
});
