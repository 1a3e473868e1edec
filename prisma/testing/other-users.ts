import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OtherProcess, root } from './other-process.ts';

/** Why this machine cannot run these tests; undefined when it can. */
export function whyNotHere(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can become others';
  const { status } = spawnSync('unshare', ['-m', 'true']);
  return status === 0 ? undefined : 'this machine forbids mount namespaces';
}

/** Makes a home that only its owner (or everybody) may enter, with the repository mounted at `vointi`. */
export function makeHome(owner: number, mode: number): { base: string; home: string; seen: string } {
  const base = mkdtempSync(join(tmpdir(), 'vointi-home-'));
  const home = join(base, 'home');
  const seen = join(home, 'vointi');
  mkdirSync(seen, { recursive: true });
  for (const folder of [base, home]) {
    chownSync(folder, owner, owner);
    chmodSync(folder, mode);
  }
  return { base, home, seen };
}

/** Mounts the repository there, for this command only. */
export const seenAt = (seen: string, command: string[]): string[] => [
  ...['unshare', '-m', 'sh', '-c', 'mount --bind "$1" "$2" && shift 2 && exec "$@"', 'sh', root, seen],
  ...command,
];

export const asUser = (id: number, command: string[]): string[] => [
  ...['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups'],
  ...command,
];

/** Runs a command as root where user namespaces are forbidden: inside one that may create no other. */
export const withoutNamespaces = (command: string[]): string[] => [
  ...['unshare', '-U', 'sh', '-c', 'read mapped; exec "$@"', 'sh'],
  ...['sh', '-c', 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"', 'sh'],
  ...command,
];

export async function mapAllUsers({ child }: OtherProcess): Promise<void> {
  const own = readlinkSync('/proc/self/ns/user');
  while (readlinkSync(`/proc/${child.pid}/ns/user`) === own) await sleep(5);
  for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${child.pid}/${map}`, '0 0 4294967295');
  child.stdin?.write('mapped\n');
}
