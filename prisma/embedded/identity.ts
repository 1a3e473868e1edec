import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL runs. It refuses root, so root has to become somebody else without losing the data folder. */
export type Identity = {
  uid: number;
  gid: number;
  command: (file: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number };
};

const refusal = 'PostgreSQL does not run as root here. Start as an ordinary user, or set DATABASE_URL.';

/** In a user namespace root is seen as 1000, and its files too: nothing to create, nothing to hand over. */
const namespaced: Identity = {
  uid: 0,
  gid: 0,
  command: (file, args) => ({ file: 'unshare', args: ['-U', '--map-user=1000', '--map-group=1000', file, ...args] }),
};
const as = (uid: number, gid: number): Identity => ({ uid, gid, command: (file, args) => ({ file, args, uid, gid }) });

function nobody(): Identity {
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || 65534);
  return as(idOf('-u'), idOf('-g'));
}

function reaches({ command }: Identity, dataDir: string, postgres: string): boolean {
  const { file, args, ...ids } = command('/bin/sh', [
    '-c',
    'cd "$1" && test -w . && exec "$2" --version',
    'sh',
    dataDir,
    postgres,
  ]);
  return spawnSync(file, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

function handOver(path: string, { uid, gid }: Identity): void {
  lchownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) handOver(inner, { uid, gid } as Identity);
    else lchownSync(inner, uid, gid);
  }
}

/** Whoever may run the server on this (existing) folder; its files belong to them afterwards. */
export function chooseIdentity(dataDir: string, postgres: string): Identity {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? -1, command: (file, args) => ({ file, args }) };
  const before = statSync(dataDir);
  const around = statSync(dirname(dataDir));
  const owner = around.uid === 0 ? [] : [as(around.uid, around.gid)];
  for (const candidate of [namespaced, ...owner, nobody()]) {
    chownSync(dataDir, candidate.uid, candidate.gid);
    if (!reaches(candidate, dataDir, postgres)) continue;
    if (before.uid !== candidate.uid) handOver(dataDir, candidate);
    return candidate;
  }
  chownSync(dataDir, before.uid, before.gid);
  throw new Error(refusal);
}
