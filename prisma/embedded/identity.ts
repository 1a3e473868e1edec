import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The user that PostgreSQL runs as: it refuses root, and users without a name in the system. */
export type Identity = {
  uid: number;
  gid: number;
  command: (file: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number };
};
type Ids = { uid: number; gid: number };

const plain = ({ uid, gid }: Ids): Identity => ({ uid, gid, command: (file, args) => ({ file, args }) });
const as = ({ uid, gid }: Ids): Identity => ({ uid, gid, command: (file, args) => ({ file, args, uid, gid }) });

/** In a user namespace root runs as an ordinary user and keeps its files: no user is created, no file changes owner. */
const disguised = (ids: Ids, nobody: Ids): Identity => ({
  ...ids,
  command: (file, args) => ({
    file: 'unshare',
    args: ['-U', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, file, ...args],
  }),
});

function nobodyHere(): Ids {
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || 65_534);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Undefined when the server can run on the folder; otherwise the reason why not. */
function obstacle({ command }: Identity, dataDir: string, postgres: string): string | undefined {
  const script = 'cd "$1" && test -w . && id -un && exec "$2" --version';
  const { file, args, ...ids } = command('/bin/sh', ['-c', script, 'sh', dataDir, postgres]);
  const { status, stderr, error } = spawnSync(file, args, { ...ids, cwd: '/', encoding: 'utf8' });
  return status === 0 ? undefined : error?.message || stderr.trim() || `${dataDir} cannot be written`;
}

function handOver(path: string, ids: Ids): void {
  lchownSync(path, ids.uid, ids.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) handOver(inner, ids);
    else lchownSync(inner, ids.uid, ids.gid);
  }
}

/** Finds a user that can run the server on this existing folder; its files belong to that user afterwards. */
export function chooseIdentity(dataDir: string, postgres: string): Identity {
  const own = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  if (own.uid === -1) return plain(own);
  const nobody = nobodyHere();
  const isRoot = own.uid === 0;
  const around = statSync(dirname(dataDir));
  const candidates = isRoot
    ? [disguised(own, nobody), ...(around.uid === 0 ? [] : [as(around)]), as(nobody)]
    : [plain(own), disguised(own, nobody)];

  const before = statSync(dataDir);
  let reason: string | undefined;
  for (const candidate of candidates) {
    if (isRoot) chownSync(dataDir, candidate.uid, candidate.gid);
    reason = obstacle(candidate, dataDir, postgres);
    if (reason !== undefined) continue;
    if (isRoot && before.uid !== candidate.uid) handOver(dataDir, candidate);
    return candidate;
  }
  if (isRoot) chownSync(dataDir, before.uid, before.gid);
  const who = isRoot ? 'as root here' : 'here';
  throw new Error(`PostgreSQL does not run ${who} (${reason}). Start as an ordinary user, or set DATABASE_URL.`);
}
