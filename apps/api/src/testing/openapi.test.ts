import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApiFile, openApiText } from '../openapi-command.ts';
import { contractsOfApp } from './samples.ts';
import { startTestApp, type TestApp } from './test-app.ts';

type Operation = { summary?: string; description?: string; tags?: string[]; parameters?: Parameter[] };
type Parameter = { name: string; in: string; example?: unknown; schema: { pattern?: string } };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string }[];
  components: { schemas: Record<string, unknown> };
};

let test: TestApp;
let document: Document;
beforeAll(async () => {
  test = await startTestApp();
  document = (await test.app.inject('/api/openapi.json')).json();
});
afterAll(() => test.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

it('describes every contract and no other endpoint', async () => {
  const contracts = await contractsOfApp();
  const expected = contracts.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(expected.length).toBeGreaterThan(5);
  expect(operations().map(({ name }) => name)).toEqual(expected);
});

it('has a summary, a description and a known tag for every endpoint', () => {
  const tags = document.tags.map(({ name }) => name);
  const poor = operations().filter(
    ({ operation }) =>
      !operation.summary ||
      (operation.description?.length ?? 0) < 30 ||
      !operation.tags?.every((tag) => tags.includes(tag)),
  );
  expect(poor).toEqual([]);
});

it('has a valid example for every path parameter', () => {
  const wrong = operations().flatMap(({ name, operation }) =>
    (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .filter(({ example, schema }) => typeof example !== 'string' || !new RegExp(schema.pattern ?? '').test(example))
      .map((parameter) => `${name}: ${parameter.name}`),
  );
  expect(wrong).toEqual([]);
});

it('describes a repeated object once, as a component', () => {
  const places = new Map<string, number>();
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    const { description: _, ...schema } = node as { description?: unknown; type?: unknown; properties?: unknown };
    const text = JSON.stringify(schema);
    if (schema.type === 'object' && schema.properties) places.set(text, (places.get(text) ?? 0) + 1);
    for (const part of Object.values(node)) visit(part);
  };
  visit(document);
  expect(places.size).toBeGreaterThan(100);
  expect([...places].filter(([, count]) => count > 1)).toEqual([]);
});

it('has exactly the components that it refers to', () => {
  const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect([...new Set(referred)].toSorted()).toEqual(Object.keys(document.components.schemas));
});

it('takes the names of schemas from every contract', () => {
  const shared = resolve(import.meta.dirname, '../../../../packages/shared/src');
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('contract.ts'),
  );
  const source = readFileSync(resolve(import.meta.dirname, '../platform/docs-schemas.ts'), 'utf8');
  expect(files.filter((name) => !source.includes(`'@vointi/shared/${name}'`))).toEqual([]);
});

it('equals docs/api/openapi.json (npm run api:describe writes it)', async () => {
  const file = readFileSync(openApiFile, 'utf8');
  expect(file).toBe(await openApiText());
  expect(JSON.parse(file)).toEqual(document);
});

it('serves a page that shows it', async () => {
  const page = await test.app.inject('/api/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('swagger-ui');
});
