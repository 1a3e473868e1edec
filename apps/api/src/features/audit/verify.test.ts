import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { bareEnvironment } from '../../testing/bare-environment.ts';
import { auditHash, writeAudit } from '../../platform/audit.ts';
import { type Chain, chainLine, verifyAudit } from './verify.ts';

let database: TestDatabase;
let owner: Db;
let app: Db;
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await createTestDatabase();
  owner = createDb(database.connectionString);
  app = createDb(database.appConnectionString);
  for (const slug of ['eka', 'toka', 'tyhja']) {
    ids[slug] = (await owner.municipality.create({ data: { slug, name: { fi: slug } } })).id;
  }
});
afterAll(async () => {
  await closeDb(app);
  await closeDb(owner);
  await database.drop();
});

const write = (slug: string | null, number: number) =>
  app.$transaction(
    (tx) =>
      writeAudit(tx, new Date(1_800_000_000_123 + number), {
        municipalityId: slug === null ? null : (ids[slug] ?? ''),
        actorId: null,
        action: 'user.update',
        subject: `user:${number}`,
        before: { b: 1, a: [true, null, { z: 'ä', y: 0.5 }] },
        after: { number },
        requestId: null,
      }),
    { maxWait: 20_000, timeout: 20_000 },
  );
async function verify(): Promise<Record<string, Chain>> {
  const chains: Record<string, Chain> = {};
  for await (const chain of verifyAudit(owner)) chains[chain.name] = chain;
  return chains;
}

/** Changes an entry as the owner of the database, who alone can disable the trigger. */
async function byHand(sql: string) {
  await owner.$executeRawUnsafe('alter table "AuditEntry" disable trigger user');
  await owner.$executeRawUnsafe(sql);
  await owner.$executeRawUnsafe('alter table "AuditEntry" enable trigger user');
}
const entry = (slug: string, sequence: number) =>
  owner.auditEntry.findFirstOrThrow({ where: { municipalityId: ids[slug] ?? '', sequence } });
const at = (slug: string, sequence: number) => `"municipalityId" = '${ids[slug]}' and sequence = ${sequence}`;

beforeEach(async () => {
  await byHand('delete from "AuditEntry"');
  for (let number = 1; number <= 5; number += 1) {
    await write('eka', number);
    await write('toka', number);
  }
  await write(null, 1);
});

it('accepts an untouched log, that of no municipality and an empty one', async () => {
  const chains = await verify();
  const head = Buffer.from((await entry('eka', 5)).hash).toString('hex');
  expect(chains['eka']).toEqual({ name: 'eka', entries: 5, head, fault: null });
  expect(chains['tyhja']).toMatchObject({ entries: 0, fault: null, head: '0'.repeat(64) });
  expect(chains['(no municipality)']).toMatchObject({ entries: 1, fault: null });
});

it('accepts the chain of twenty parallel writes', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, number) => write('eka', 100 + number)));
  expect((await verify())['eka']).toMatchObject({ entries: 25, fault: null });
});

it('accepts entries of a person whose id was changed by hand: entries keep the former id', async () => {
  const { id } = await owner.user.create({ data: { displayName: 'Aino' } });
  await app.$transaction((tx) =>
    writeAudit(tx, new Date(1_800_000_001_000), {
      municipalityId: ids['eka'] ?? '',
      actorId: id,
      action: 'user.update',
      subject: `user:${id}`,
      requestId: null,
    }),
  );
  await owner.user.update({ where: { id }, data: { id: crypto.randomUUID() } });
  expect((await verify())['eka']).toMatchObject({ entries: 6, fault: null });
  expect(await entry('eka', 6)).toMatchObject({ actorId: id });
});

describe('names the first broken entry of the broken chain alone when', () => {
  const changes = {
    after: `after = '{"number": 7}'`,
    'a name in it': `"actorId" = gen_random_uuid()`,
    time: `"createdAt" = "createdAt" + interval '1 millisecond'`,
    action: `action = 'user.remove'`,
    subject: `subject = 'user:9'`,
    'request id': `"requestId" = 'x'`,
    hash: `hash = sha256('x')`,
  };
  it.each(Object.entries(changes))('somebody changed %s', async (_what, change) => {
    const { id } = await entry('eka', 3);
    await byHand(`update "AuditEntry" set ${change} where ${at('eka', 3)}`);
    const chains = await verify();
    expect(chains['eka']?.fault).toMatchObject({ sequence: 3, id, what: expect.stringContaining('changed') });
    expect(chainLine(chains['eka'] as Chain)).toContain(`BROKEN at entry 3, id ${id}`);
    expect(chains['toka']?.fault).toBeNull();
  });

  it('an entry is missing', async () => {
    await byHand(`delete from "AuditEntry" where ${at('eka', 3)}`);
    const { id } = await entry('eka', 4);
    expect((await verify())['eka']?.fault).toEqual({ sequence: 4, id, what: 'entry 3 before it is missing' });
  });

  it('the first entries are missing', async () => {
    await byHand(`delete from "AuditEntry" where "municipalityId" = '${ids['eka']}' and sequence < 3`);
    expect((await verify())['eka']?.fault).toMatchObject({ sequence: 3, what: 'entries 1–2 before it are missing' });
  });

  it('the municipality and all its entries got another id', async () => {
    const { id } = await entry('eka', 1);
    const [former, other] = [ids['eka'] ?? '', crypto.randomUUID()];
    await owner.municipality.create({ data: { id: other, slug: 'eka-2', name: { fi: 'eka' } } });
    await byHand(`update "AuditEntry" set "municipalityId" = '${other}' where "municipalityId" = '${former}'`);
    const chains = await verify();
    expect(chains['eka-2']?.fault).toMatchObject({ sequence: 1, id, what: expect.stringContaining('changed') });
    expect(chains['toka']?.fault).toBeNull();
    await byHand('delete from "AuditEntry"');
    await owner.municipality.delete({ where: { id: other } });
  });

  it('the municipality got another id and its entries did not', async () => {
    const { id } = await entry('eka', 1);
    const former = ids['eka'] ?? '';
    const renameTo = (from: string, to: string) =>
      owner.$transaction([
        owner.$executeRaw`set local session_replication_role = replica`,
        owner.$executeRaw`update "Municipality" set id = ${to}::uuid where id = ${from}::uuid`,
      ]);
    const other = crypto.randomUUID();
    await renameTo(former, other);
    const chains = await verify();
    await renameTo(other, former);
    const fault = { sequence: 1, id, what: 'its municipality is gone or has another id' };
    expect(chains[former]).toMatchObject({ fault });
    expect(chainLine(chains[former] as Chain)).toBe(
      `${former}: BROKEN at entry 1, id ${id}: its municipality is gone or has another id`,
    );
    expect(chains['toka']?.fault).toBeNull();
  });

  it('two entries changed places', async () => {
    const { id } = await entry('eka', 4);
    await byHand(`update "AuditEntry" set sequence = 99 where ${at('eka', 3)}`);
    await byHand(`update "AuditEntry" set sequence = 3 where ${at('eka', 4)}`);
    await byHand(`update "AuditEntry" set sequence = 4 where ${at('eka', 99)}`);
    expect((await verify())['eka']?.fault).toMatchObject({
      sequence: 3,
      id,
      what: 'the hash of the entry before it is another',
    });
  });

  it('an entry was changed together with its own hash', async () => {
    const { id } = await entry('eka', 4);
    const { hash: _hash, ...link } = await entry('eka', 3);
    const forged = auditHash({ ...link, subject: 'user:9' });
    await byHand(
      `update "AuditEntry" set subject = 'user:9', hash = '\\x${Buffer.from(forged).toString('hex')}' where ${at('eka', 3)}`,
    );
    expect((await verify())['eka']?.fault).toMatchObject({ sequence: 4, id });
  });
});

it('prints each chain with its head, and exits with 1 when one is broken', async () => {
  const root = join(import.meta.dirname, '../../../../..');
  const run = () =>
    spawnSync(join(root, 'node_modules/.bin/node'), ['--no-warnings', join(import.meta.dirname, 'verify-command.ts')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...bareEnvironment(), DATABASE_URL: database.connectionString, DEMO: 'true' },
    });
  const head = Buffer.from((await entry('eka', 5)).hash).toString('hex');
  const good = run();
  expect([good.status, good.stderr]).toEqual([0, '']);
  expect(good.stdout).toContain(`eka: 5 entries, unbroken, head ${head}\n`);
  const { id } = await entry('toka', 2);
  await byHand(`update "AuditEntry" set action = 'user.remove' where ${at('toka', 2)}`);
  const bad = run();
  expect(bad.status).toBe(1);
  expect(bad.stderr).toBe(`toka: BROKEN at entry 2, id ${id}: its own hash is another: it has been changed\n`);
  expect(bad.stdout).toContain('eka: 5 entries, unbroken');
}, 60_000);
