import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { buildApp } from '../../app.ts';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { bareEnvironment } from '../../testing/bare-environment.ts';
import { cookieOf, meOf, send } from '../../testing/person.ts';
import { testSettings } from '../../testing/test-app.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const root = join(import.meta.dirname, '../../../../..');
const settings = { LINK_SECRET: 'v5Zq0Jr8mWc2YtK7uB4nXe1LhGd9PsAf', PUBLIC_URL: 'https://vointi.example' };
let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.connectionString, { max: 2 });
  const departments = {
    create: [{ order: 0, slug: 'nuorisopalvelut', kind: 'department', name: { fi: 'Nuoret' } } as const],
  };
  await db.municipality.create({ data: { slug: 'kouvola', name: { fi: 'Kouvola' }, departments } });
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

type CommandResult = { code: number | null; out: string; err: string };
const run = (...args: string[]) =>
  new Promise<CommandResult>((ended) => {
    const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'invite-command.ts'), ...args], {
      cwd: root,
      env: { ...bareEnvironment(), DATABASE_URL: database.connectionString, ...settings },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => ended({ code, out, err }));
  });

it('creates the first admin, who signs in by the printed link', async () => {
  const { code, out, err } = await run('kouvola', 'Aino@Kouvola.fi', 'admin', 'Aino', 'Virtanen', '--lang', 'fi');
  expect([code, err]).toEqual([0, '']);
  const [who, how, url] = out.trim().split('\n');
  expect(who).toBe('aino@kouvola.fi: pääkäyttäjä, kouvola');
  expect(how).toContain('Salasana valitaan täällä');
  const token = /^https:\/\/vointi\.example\/link#(\S+)$/.exec(url ?? '')?.[1] ?? '';
  const appDb = createDb(database.appConnectionString);
  const app = await buildApp({
    db: appDb,
    connectionString: database.appConnectionString,
    settings: { ...testSettings, isDemo: false, linkSecret: settings.LINK_SECRET },
    hasJobs: false,
  });
  const answer = await send({ app }, 'POST', '/links/use', { token, password: 'kolme kurkea suolla' });
  const me = await meOf({ app }, cookieOf(answer));
  expect(me).toMatchObject({ displayName: 'Aino Virtanen', email: 'aino@kouvola.fi', language: 'fi' });
  expect(me?.municipalities).toMatchObject([{ slug: 'kouvola', roles: ['admin'] }]);
  await app.close();
  await closeDb(appDb);
  const entries = await db.auditEntry.findMany({ where: { action: 'user.invite' } });
  expect(entries).toMatchObject([{ actorId: null, after: { role: 'admin', department: null } }]);
  expect(JSON.stringify(entries)).not.toMatch(/aino/i);
});

it('gives an existing account another role and a link, and keeps its name', async () => {
  const options = ['nuorisopalvelut@kouvola.fi', 'reporter', 'Toinen nimi', '--department', 'nuorisopalvelut'];
  expect((await run('kouvola', ...options)).code).toBe(0);
  expect((await run('kouvola', 'nuorisopalvelut@kouvola.fi', 'admin', 'Kolmas')).code).toBe(0);
  const user = await db.user.findUniqueOrThrow({
    where: { email: 'nuorisopalvelut@kouvola.fi' },
    include: { memberships: true, links: { where: { endedAt: null } } },
  });
  expect(user.displayName).toBe('Toinen nimi');
  expect(user.memberships.map(({ role }) => role).toSorted()).toEqual(['admin', 'reporter']);
  expect(user.links).toHaveLength(1);
});

it.each([
  [['nowhere', 'a@b.fi', 'admin', 'A'], 1, 'There is no municipality "nowhere"'],
  [['kouvola', 'a@b.fi', 'reporter', 'A', '--department', 'nothing'], 1, 'no department "nothing"'],
  [['kouvola', 'a@b.fi', 'reporter', 'A'], 2, 'reporter needs --department'],
  [['kouvola', 'a@b.fi', 'boss', 'A'], 2, 'There is no role "boss"'],
  [['kouvola', 'ab.fi', 'admin', 'A'], 2, 'is not an e-mail address'],
  [['kouvola', 'a@b.fi', 'admin'], 2, 'Usage: npm run user:invite'],
])('refuses %j', async (args, code, sentence) => {
  const ended = await run(...args);
  expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) });
  expect(await db.user.count({ where: { email: 'a@b.fi' } })).toBe(0);
});
