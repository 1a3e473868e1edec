import { afterEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp | undefined;
afterEach(() => test?.close());

it('logs an unreachable database by its code and stack frames, without the message', async () => {
  let log = '';
  test = await startTestApp({ checkEveryMs: 20, logLevel: 'warn', logTo: { write: (line) => (log += line) } });
  await test.databaseProxy.shut();
  const written = () => log.split('\n').filter((line) => line.includes('database does not answer'));
  await expect.poll(() => log, { timeout: 10_000 }).toContain('ECONNREFUSED');
  const lines = written().map((line) => JSON.parse(line) as { fault?: { code: string; places: string[] } });
  const refused = lines.find(({ fault }) => fault?.code === 'ECONNREFUSED');
  expect(refused?.fault).toMatchObject({ code: 'ECONNREFUSED', places: expect.any(Array) });
  const { port, username } = new URL(test.databaseProxy.connectionString);
  for (const value of [port, username, '127.0.0.1', '"err"', '"message"'])
    expect(written().join('\n')).not.toContain(value);
});
