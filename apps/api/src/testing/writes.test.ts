import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '@vointi/shared/http/route.ts';
import { bodyOf } from './bodies.ts';
import { requestIds } from './request-ids.ts';
import { contractsOfApp, pathOf } from './samples.ts';
import { type SignedIn, signIn } from './sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from './test-app.ts';

const writes = (await contractsOfApp()).filter(({ method }) => method !== 'GET');
const withBody = writes.filter(({ body }) => body);
const named = (contracts: Route[]) =>
  contracts.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract }));
/** Leaves out contracts that end the session, as the next request would have none. */
const endsItself = /\/(session|account\/sessions|links\/use)$/;
const bodiesInAll = 10_000;

let test: TestApp;
let admin: SignedIn;
let ids: Record<string, string>;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin', slug: 'kouvola', also: [{ role: 'coordinator' }] });
  ids = await requestIds(test);
});
afterAll(() => test.close());

/** Leaves out undefined headers. */
const present = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined));

const send = (
  contract: Route,
  payload: string | object | undefined,
  headers: Record<string, string | undefined> = {},
) =>
  test.app.inject({
    method: contract.method,
    url: pathOf(contract, ids),
    headers: present({
      ...admin.headers,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    }),
    ...(payload !== undefined && { payload }),
  });

/** Leaves out contracts of signing in and out, which need no session. */
const ofOnesOwn = writes.filter(({ can }) => can !== 'session:open');

it.each(named(ofOnesOwn))('refuses $name from a page that another person left open', async ({ contract }) => {
  const before = await test.db.auditEntry.count();
  const headers = { 'vointi-page-owner': crypto.randomUUID() };
  expectProblem(await send(contract, contract.body && bodyOf(contract), headers), 'unauthenticated');
  expect(await test.db.auditEntry.count()).toBe(before);
});

it('lets pages of the signed-in person write, and pages that name nobody', async () => {
  const contract = writes.find(({ path, method }) => path === '/api/v1/account' && method === 'PATCH');
  if (!contract) throw new Error('There is no such contract.');
  for (const owner of [admin.userId, undefined]) {
    expect((await send(contract, {}, { 'vointi-page-owner': owner })).statusCode).toBe(200);
  }
});

describe.each(named(writes))('$name from elsewhere', ({ contract }) => {
  it.each([
    ['neither header', { origin: undefined }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin that begins like ours', { origin: 'http://localhost.evil.example' }],
    ['another port', { origin: 'http://localhost:81' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { origin: undefined, 'sec-fetch-site': 'same-site' }],
    ['an address typed in', { origin: undefined, 'sec-fetch-site': 'none' }],
    ['our origin, said to be another site', { 'sec-fetch-site': 'cross-site' }],
    ['our site, with a foreign origin', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('%s is refused', async (_kind, headers) => {
    expectProblem(await send(contract, contract.body && bodyOf(contract), headers), 'cross_origin');
  });

  it.runIf(contract.body).each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s is not JSON',
    async (type) => {
      const answer = await send(contract, JSON.stringify(bodyOf(contract)), { 'content-type': type });
      expectProblem(answer, 'invalid_request');
    },
  );
});

/** Every object within a body, as a path to it. */
function objectsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [];
  const own = Array.isArray(value) ? [] : [path];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]))];
}

function changed(
  body: object,
  path: readonly (string | number)[],
  change: (at: Record<string, unknown>) => void,
): object {
  const copy = structuredClone(body);
  change(path.reduce((at, key) => (at as never)[key], copy as Record<string, unknown>));
  return copy;
}

const planted = [
  'id',
  'municipalityId',
  'departmentId',
  'userId',
  'isAdmin',
  'passwordHash',
  'createdAt',
  'constructor',
];

/** Records whose keys are slugs of indicators: any slug is a valid key, and none names a column. */
const isByKey = ({ path }: Route, at: readonly (string | number)[]) => path.endsWith('/draft') && at[0] === 'figures';

describe.each(named(withBody))('$name', ({ contract }) => {
  it('refuses an unknown key in every object of its body, and names it', async () => {
    const body = bodyOf(contract);
    for (const path of objectsIn(body).filter((at) => !isByKey(contract, at))) {
      for (const key of planted) {
        const answer = await send(
          contract,
          changed(body, path, (at) => Object.assign(at, { [key]: 'x' })),
        );
        const { details } = expectProblem(answer, 'invalid_request');
        expect(details?.map((detail) => detail.path)).toContain(['body', ...path, key].join('.'));
      }
    }
  });

  it('refuses a body that would change the prototype of objects', async () => {
    for (const bad of ['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}']) {
      const whole = `${JSON.stringify(bodyOf(contract)).slice(0, -1)},${bad.slice(1)}`;
      expectProblem(await send(contract, whole), 'invalid_request');
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

/** Bodies in which one number after another is out of the range of any column. */
function* withHuge(value: unknown, put: (changed: unknown) => object): Generator<object> {
  if (typeof value === 'number') yield put(2 ** 31);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield* withHuge(part, (changed) =>
      put(Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }),
    );
  }
}

it.each(named(withBody))('answers a number that no column holds in $name without a fault', async ({ contract }) => {
  for (const body of withHuge(bodyOf(contract), (changed) => changed as object)) {
    expect([body, (await send(contract, body)).statusCode >= 500]).toEqual([body, false]);
  }
});

it(`answers ${bodiesInAll} spoilt bodies without a fault`, { timeout: 600_000 }, async () => {
  const garbage = fc.oneof(
    fc.json({ maxDepth: 3 }).map((json) => JSON.parse(json) as unknown),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom<unknown>(
      null,
      '',
      ' ',
      '\0',
      '\u202e',
      '\ud800',
      'x'.repeat(5000),
      -1,
      1e308,
      0.5,
      2 ** 53,
      [],
      {},
      true,
    ),
    fc.constantFrom<unknown>(
      'admin',
      'fi',
      '../..',
      "';--",
      '=1+1',
      '01890000-0000-7000-8000-000000000000',
      '2026-02-30',
    ),
  );
  const part = fc.tuple(fc.nat(20), fc.nat(20), garbage);
  const contracts = withBody.filter(({ path }) => !endsItself.test(path) || path.endsWith('/session'));
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(contracts.length - 1),
      fc.array(part, { maxLength: 3 }),
      garbage,
      async (at, parts, whole) => {
        const contract = contracts[at] as Route;
        let body: unknown = bodyOf(contract);
        for (const [where, which, value] of parts) {
          const paths = objectsIn(body);
          const path = paths[where % paths.length] ?? [];
          body = changed(body as object, path, (inner) => {
            const keys = Object.keys(inner);
            inner[keys[which % keys.length] ?? 'x'] = value;
          });
        }
        const answer = await send(contract, JSON.stringify(parts.length === 0 ? whole : body));
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
        const fault = { status: answer.statusCode, contract: contract.path, body: JSON.stringify(body) };
        if (answer.statusCode >= 500) expect(fault).toEqual('no fault');
        if (answer.statusCode >= 400) expectProblem(answer);
      },
    ),
    { numRuns: bodiesInAll },
  );
  // The bodies must reach different checks, or the test would prove little.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(50);
  expect(statuses.get(400) ?? 0).toBeGreaterThan(bodiesInAll / 4);
});
