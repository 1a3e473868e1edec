// npm run test:one -- FILE [-t "title"]: runs one test file with the runner that it belongs to.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { prepare } from './prepare.mjs';
import { root } from './steps.ts';

const [given = '', ...args] = process.argv.slice(2);
const file = relative(root, resolve(given));
const folder = /^(?:(?:apps|packages)\/[\w-]+|e2e|prisma)(?=\/)/.exec(file)?.[0];
if (!folder || !existsSync(join(root, file))) {
  console.error(`Not a test file of a package: "${given}". Example: npm run test:one -- e2e/lights.spec.ts`);
  process.exit(1);
}

const isJourney = folder === 'e2e';
if (isJourney) prepare({ web: true });
const [tool, ...call] = isJourney ? ['playwright', 'test'] : ['vitest', 'run'];
const titled = isJourney ? args.map((one) => (one === '-t' ? '-g' : one)) : args;
const { status } = spawnSync(join(root, 'node_modules/.bin', tool!), [...call, relative(folder, file), ...titled], {
  cwd: join(root, folder),
  stdio: 'inherit',
});
process.exit(status ?? 1);
