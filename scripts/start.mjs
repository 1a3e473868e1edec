import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { heap, malloc } from './heap.mjs';
import { env, node, prepare, root } from './prepare.mjs';

prepare({ web: true });

// Detached: Ctrl-C reaches this process, which asks the server to stop once and in order. The channel tells the
// server when this process is gone, however it went.
const server = spawn(node, ['--no-warnings', ...heap, join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  env: { ...malloc, ...env },
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  detached: process.platform !== 'win32',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
// A stopped npm ends its shell without telling this process, so an orphan stops by itself.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) server.kill('SIGTERM');
}, 500).unref();
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
