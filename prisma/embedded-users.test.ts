import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { asUser, makeHome, mapAllUsers, seenAt, whyNotHere, withoutNamespaces } from './testing/other-users.ts';
import { endOf, killOutright, type OtherProcess, runOther, startCommand } from './testing/other-process.ts';
import { query } from './testing/query.ts';

const reason = whyNotHere();
if (reason) console.log(`NOT RUN: the database under other users (${reason})`);

const idOf = (name: string) => Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout);
/** Users that every Linux has. */
const someone = idOf('daemon');
const nobody = idOf('nobody');
/** An id that no system has. */
const stranger = 61_234;
const running: OtherProcess[] = [];
const bases: string[] = [];

afterEach(async () => {
  for (const other of running.splice(0)) {
    other.child.kill('SIGINT');
    await endOf(other);
  }
  for (const base of bases.splice(0)) rmSync(base, { recursive: true, force: true });
});

function home(owner: number, mode: number) {
  const made = makeHome(owner, mode);
  bases.push(made.base);
  return { ...made, dataDir: join(made.home, 'data') };
}

function run(command: string[]): OtherProcess {
  const other = runOther(command);
  running.push(other);
  return other;
}

const uidOf = (pid: number) => Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

async function expectServed(other: OtherProcess, uid: number): Promise<void> {
  const { connectionString, pid, error } = await other.next();
  expect(error).toBeUndefined();
  expect(await query(connectionString!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(uidOf(pid!)).toBe(uid);
}

describe.skipIf(reason)('the database is served', () => {
  test('starts as root in a home that only root may enter; no file belongs to another user', async () => {
    const { seen, dataDir } = home(0, 0o700);
    await expectServed(run(seenAt(seen, startCommand(dataDir, seen))), 0);
    expect(statSync(join(dataDir, 'cluster/base')).uid).toBe(0);
  });

  test('starts as a user without a name in the system', async () => {
    const { seen, dataDir } = home(stranger, 0o700);
    await expectServed(run(seenAt(seen, asUser(stranger, startCommand(dataDir, seen)))), stranger);
  });

  test('starts as root in the home of another user, and then as that user', async () => {
    const { seen, dataDir } = home(someone, 0o700);
    const other = run(seenAt(seen, startCommand(dataDir, seen)));
    await expectServed(other, someone);
    await killOutright(other);

    await expectServed(run(seenAt(seen, asUser(someone, startCommand(dataDir, seen)))), someone);
  });

  test('starts as an ordinary user in their home', async () => {
    const { seen, dataDir } = home(someone, 0o700);
    await expectServed(run(seenAt(seen, asUser(someone, startCommand(dataDir, seen)))), someone);
  });

  test('starts as root without user namespaces, and later with them', async () => {
    const { seen, dataDir } = home(0, 0o755);
    const other = run(seenAt(seen, withoutNamespaces(startCommand(dataDir, seen))));
    await mapAllUsers(other);
    await expectServed(other, nobody);
    other.child.kill('SIGINT');
    await endOf(other);

    await expectServed(run(seenAt(seen, startCommand(dataDir, seen))), 0);
    expect(statSync(join(dataDir, 'cluster/base')).uid).toBe(0);
  });
});

describe.skipIf(reason)('the database cannot be served', () => {
  test('says what to do where root has no user namespaces and no other user may enter', async () => {
    const { seen, dataDir } = home(0, 0o700);
    const other = run(seenAt(seen, withoutNamespaces(startCommand(dataDir, seen))));
    await mapAllUsers(other);
    const { error } = await other.next();
    expect(error).toMatch(/^PostgreSQL does not run as root here .*Start as an ordinary user, or set DATABASE_URL\.$/);
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false);
    expect(statSync(dataDir).uid).toBe(0);
  });
});
