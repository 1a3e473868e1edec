// Plain JavaScript that runs on the machine's Node; everything else runs on the pinned Node that this installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const pnpm = 'pnpm@12.21.0';

/** The pinned Node, installed as a package. */
export const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/** The environment in which the pinned Node and the tools of the project come first. */
export const env = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

function filesOf(path) {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules|[\\/](dist|generated)\b/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Runs a step when its inputs have changed since it last succeeded. Shows its output only when it fails. */
function step({ name, says, from, makes, command, args, cwd = root }) {
  const stamp = join(root, 'node_modules', '.vointi', name);
  const hash = hashOf(from);
  if (existsSync(join(root, makes)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error(says);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...env, CI: 'true' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(stdout ?? '', stderr ?? '', error?.message ?? '');
    console.error(`${says.replace(/…$/, '')}: this did not work (see above).`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** Installs packages, generates the database client and, when asked, builds the web app; skips what is up to date. */
export function prepare({ web = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node ${process.versions.node} is too old to begin with: install Node 20 or newer.`);
    process.exit(1);
  }
  step({
    name: 'install',
    says: 'Installing packages…',
    from: [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'prisma/package.json',
      'e2e/package.json',
      'apps/api/package.json',
      'apps/web/package.json',
      'packages/shared/package.json',
      'packages/disclosure/package.json',
    ],
    makes: 'node_modules/.bin/node',
    command: 'npx',
    args: ['--yes', pnpm, 'install', '--frozen-lockfile'],
  });
  step({
    name: 'generate',
    says: 'Generating the database client…',
    from: ['prisma/schema', 'prisma/generate.ts', 'prisma/package.json'],
    makes: 'prisma/generated/client.ts',
    command: node,
    args: ['generate.ts'],
    cwd: join(root, 'prisma'),
  });
  if (!web) return;
  step({
    name: 'web',
    says: 'Building the web app…',
    from: ['apps/web', 'packages/shared/src', 'pnpm-lock.yaml'],
    makes: 'apps/web/dist/index.html',
    command: join(root, 'apps/web/node_modules/.bin/vite'),
    args: ['build'],
    cwd: join(root, 'apps/web'),
  });
}
