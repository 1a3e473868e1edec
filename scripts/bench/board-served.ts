import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from '../product.ts';
import { interleaved, print } from './figures.ts';
import { ask, load, metric } from './http.ts';

const requestsARound = 8_000;
const rounds = 7;
const acceptBr = { 'accept-encoding': 'br' };

async function startBare(file: string, children: ChildProcess[]): Promise<string> {
  const child = spawn(node, ['--no-warnings', join(import.meta.dirname, 'bare.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  return `http://127.0.0.1:${port.toString().trim()}`;
}

/** Processor time of the warm board against a bare server that sends the same headers and bytes. */
export async function benchServedBoard(productUrl: string, path: string, folder: string): Promise<void> {
  const { headers, body } = await ask(productUrl + path, acceptBr);
  const { connection: _connection, 'keep-alive': _keepAlive, date: _date, ...sent } = headers;
  const file = join(folder, 'board.json');
  writeFileSync(file, JSON.stringify({ headers: sent, body: body.toString('base64') }));
  const children: ChildProcess[] = [];
  try {
    const [first, second] = [await startBare(file, children), await startBare(file, children)];
    const cpuOfProduct = () => metric(productUrl, 'process_cpu_seconds_total');
    const cpuOfBare = (url: string) => async () => Number((await ask(`${url}/cpu`)).body.toString());
    for (const { what, goal, extra, status } of [
      { what: 'Warm board, processor time ÷ bare node:http', goal: 1.5, extra: {}, status: 200 },
      {
        what: 'Warm board not modified (304), processor time ÷ bare node:http',
        goal: 1.8,
        extra: { 'if-none-match': headers['etag'] ?? '' },
        status: 304,
      },
    ]) {
      const asked = { ...acceptBr, ...extra };
      const cost = (url: string, cpu: () => Promise<number>) => async () => {
        const before = await cpu();
        await load(url + path, asked, status, requestsARound);
        return (await cpu()) - before;
      };
      const subjects = {
        product: cost(productUrl, cpuOfProduct),
        bare: cost(first, cpuOfBare(first)),
        same: cost(second, cpuOfBare(second)),
      };
      for (const warm of Object.values(subjects)) await warm();
      const { product, bare, same } = await interleaved(rounds, subjects);
      const us = (seconds: number) => ((seconds / requestsARound) * 1e6).toFixed(0);
      print({
        what,
        value: product / bare,
        goal,
        control: same / bare,
        note: `(${us(product)} µs against ${us(bare)} µs)`,
      });
    }
  } finally {
    for (const child of children) child.disconnect();
  }
}
