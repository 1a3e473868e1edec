import fc from 'fast-check';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route } from '@vointi/shared/http/route.ts';
import type { Context } from '../platform/context.ts';
import { serve } from '../platform/serve.ts';
import { contractsOfApp, paramsOf, pathOf, samples } from './samples.ts';
import { expectProblem, startTestApp, type TestApp } from './test-app.ts';

/** Contracts that everybody may read. access.test.ts tests the others. */
const contracts = (await contractsOfApp()).filter(
  // Streams do not end, so features/display tests them.
  ({ method, can, produces }) => method === 'GET' && can === 'plan:read' && produces !== 'text/event-stream',
);
const each = contracts.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract }));
const oneByOne = { numRuns: 150 };

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ url });

/** The samples with another value for a parameter. */
const withValue = (param: string, value: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([key, sample]) => [key, key === param || key.endsWith(`.${param}`) ? value : sample]),
  );

describe.each(each)('$name', ({ contract }) => {
  it('answers exactly what its schema describes', async () => {
    const examples = [samples, { ...samples, slug: 'esimerkkila', year: '2026' }].slice(
      0,
      paramsOf(contract).length < 3 ? 2 : 1,
    );
    for (const values of examples) {
      const { body, headers } = await get(pathOf(contract, values));
      const isText = contract.produces === 'text/csv';
      if (isText) expect(headers['content-type']).toContain('text/csv');
      const answer: unknown = isText ? body : JSON.parse(body);
      expect(contract.response.parse(answer)).toEqual(answer);
    }
  });

  it.each(paramsOf(contract))('answers not_found for an unknown :%s', async (param) => {
    const unknown = param === 'year' ? '2099' : 'not-there';
    expectProblem(await get(pathOf(contract, withValue(param, unknown))), 'not_found');
  });

  it.each(paramsOf(contract))('names a malformed :%s', async (param) => {
    const answer = await get(pathOf(contract, withValue(param, 'EI OLE')));
    expect(expectProblem(answer, 'invalid_request').details?.[0]?.path).toBe(`params.${param}`);
  });

  it('refuses an unknown key in the query, and names it', async () => {
    const { details } = expectProblem(await get(`${pathOf(contract)}?nonsense=1`), 'invalid_request');
    expect(details).toEqual([{ path: 'query.nonsense', message: 'unknown key' }]);
  });

  it('answers garbage in its path without a fault', async () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }).map(encodeURIComponent),
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
      fc.constantFrom('%', '%00', '%ff', '..', '%2e%2e%2f', '__proto__', 'constructor', "';--", 'a'.repeat(5000)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, { minLength: 4, maxLength: 4 }), fc.nat(15), async (values, mask) => {
        let at = -1;
        const url = contract.path.replaceAll(/:(\w+)/g, (_, key: string) => {
          at += 1;
          return mask & (1 << at) ? (values[at] ?? '') : (samples[key] ?? '');
        });
        await expectNoFault(url);
      }),
      oneByOne,
    );
  });

  it('answers garbage in its query without a fault', async () => {
    const key = fc.oneof(
      fc.constantFrom(...Object.keys(contract.query?.shape ?? {}), '__proto__', 'constructor', 'toString', ''),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('done', 'osallisuus', 'true', '[object Object]', '\0', '́', 'ﬃ', '9'.repeat(400)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 8 }), async (pairs) => {
        const query = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        await expectNoFault(`${pathOf(contract)}?${query}`);
      }),
      oneByOne,
    );
  });
});

async function expectNoFault(url: string) {
  const answer = await get(url);
  if (answer.statusCode === 200) return;
  expect({ url, status: answer.statusCode }).toEqual({ url, status: answer.statusCode < 500 ? answer.statusCode : 0 });
  // A path outside the API may be an address of the documentation: it answers a redirect, or a refusal of the same form.
  expectProblem(answer);
}

it('throws for a contract without a permission', () => {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const open = { tag: 'plan', summary: '', description: '', response: z.object({}) } as const;
  const register = (can: unknown) => () =>
    serve(app, {} as Context, route('GET /api/v1/open', { ...open, can } as never), async () => ({}) as never);
  expect(register(undefined)).toThrow('GET /api/v1/open names no permission');
  expect(register('plan:whatever')).toThrow('names no permission');
  expect(register('plan:read')).not.toThrow();
});

it("answers another municipality's measure with not_found", async () => {
  const [own] = await test.db.measure.findMany({ where: { plan: { municipality: { slug: 'kouvola' } } }, take: 1 });
  const [other] = await test.db.measure.findMany({
    where: { plan: { municipality: { slug: 'esimerkkila' } } },
    take: 1,
  });
  const measure = contracts.find(({ path }) => path.endsWith('/measures/:id'));
  if (!measure || !own || !other) throw new Error('no measures');
  const byId = (id: string) => get(pathOf(measure, { ...samples, id }));
  expect((await byId(own.id)).json()).toMatchObject({ code: own.code });
  expect((await byId(own.id.toUpperCase())).json()).toMatchObject({ code: own.code });
  expectProblem(await byId(other.id), 'not_found');
});
