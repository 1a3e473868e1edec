import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { contractsOfApp } from './samples.ts';

const shared = resolve(import.meta.dirname, '../../../../packages/shared/src');

async function allEndpoints(): Promise<string[]> {
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('/endpoints.ts'),
  );
  const modules = await Promise.all(files.map((name) => import(`${shared}/${name}`) as Promise<object>));
  return modules.flatMap((endpoints) => Object.values(endpoints) as string[]);
}

it('serves exactly the endpoints of packages/shared, each once', async () => {
  const contracts = await contractsOfApp();
  const served = contracts.map(({ method, path }) => `${method} ${path}`).toSorted();
  expect(served.length).toBeGreaterThan(100);
  expect(served).toEqual((await allEndpoints()).toSorted());
});
