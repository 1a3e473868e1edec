import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { node, root } from './product.ts';

const page = 'http://127.0.0.1:5173';

// Detached: Ctrl-C reaches only this process, which stops each of them once. Through the channel the API notices when this
// process ends in any way.
const api = spawn(node, ['--no-warnings', '--watch', '--watch-preserve-output', join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  // Rows of raw statements are checked only where it is set.
  env: { NODE_ENV: 'development', ...process.env },
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  detached: true,
});
const web = spawn(join(root, 'apps/web/node_modules/.bin/vite'), ['--host', '127.0.0.1', '--strictPort'], {
  cwd: join(root, 'apps/web'),
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
console.log(`The API restarts when its code changes; the pages are at ${page}. Ctrl-C stops both.`);

const children: ChildProcess[] = [api, web];
const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

function stop() {
  for (const child of children.filter(isRunning)) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
for (const child of children) {
  child.on('exit', (code) => {
    stop();
    if (!children.some(isRunning)) process.exit();
    process.exitCode = code ?? 0;
  });
}
