// node scripts/run.mjs PROGRAM [ARGUMENT …]: installs what is missing, then runs a script of the project on its own Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { env, node, prepare, root } from './prepare.mjs';

prepare();
const [program, ...args] = process.argv.slice(2);
const isScript = program.includes('/');
const child = spawn(
  isScript ? node : join(root, 'node_modules', '.bin', program),
  [...(isScript ? ['--no-warnings', join(root, program)] : []), ...args],
  { cwd: root, env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
