import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '@vointi/shared/http/route.ts';
import { userApi } from '@vointi/shared/user/contract.ts';
import { ask } from './ask.ts';
import { bodyOf } from './bodies.ts';
import { requestIds } from './request-ids.ts';
import { contractsOfApp, paramsOf, pathOf } from './samples.ts';
import { type SignedIn, signIn } from './sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from './test-app.ts';

const contracts = await contractsOfApp();
const named = (some: Route[]) => some.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract }));
const withParams = contracts.filter((contract) => paramsOf(contract).length > 0);
/** Leaves out contracts that end the session, as the next request would have none. */
const lasting = contracts.filter(({ path }) => !/\/(session|account\/sessions|links\/use)$/.test(path));

/** The text in an address. Half a surrogate pair has no UTF-8, so it gets the bytes that a careless client would send. */
const garbage = [
  '%00',
  'kouvola%00',
  '%ED%A0%80',
  '%ff%fe',
  '%',
  'a'.repeat(100),
  'a'.repeat(5000),
  '..%2F..%2Fetc%2Fpasswd',
  '../..',
  ...['🏊🏽‍♀️', '\u202Ealovuok', "' or 1=1;--", '\r\nSet-Cookie: a=b', ' '].map(encodeURIComponent),
  '__proto__',
  '9'.repeat(40),
  '-1',
];

let test: TestApp;
let admin: SignedIn;
let ids: Record<string, string>;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin', also: [{ role: 'coordinator' }] });
  ids = await requestIds(test);
});
afterAll(() => test.close());

async function statusOf(contract: Route, url: string): Promise<number> {
  const answer = await test.app.inject({
    method: contract.method,
    url,
    headers: admin.headers,
    ...(contract.body && { payload: bodyOf(contract) }),
  });
  if (answer.statusCode >= 400) expectProblem(answer);
  return answer.statusCode;
}

/** The addresses that got a 5xx answer. */
async function faultsOf(contract: Route, urls: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const url of urls) if ((await statusOf(contract, url)) >= 500) faults.push(url.slice(0, 200));
  return faults;
}

/** The address with another value for one parameter. */
function addressWith(contract: Route, param: string, value: string): string {
  const mark = 'here-it-goes';
  const path = contract.path.replace(`:${param}`, mark) as Route['path'];
  return pathOf({ ...contract, path }, ids).replace(mark, value);
}

it.each(named(withParams))('answers garbage in the path of $name without a fault', async ({ contract }) => {
  const urls = paramsOf(contract).flatMap((param) => garbage.map((bad) => addressWith(contract, param, bad)));
  expect(await faultsOf(contract, urls)).toEqual([]);
});

it.each(named(lasting))('answers garbage in the query of $name without a fault', async ({ contract }) => {
  const path = pathOf(contract, ids);
  const keys = [...Object.keys(contract.query?.shape ?? {}), 'unknown'];
  const urls = garbage.flatMap((bad) => [
    ...keys.flatMap((key) => [`${path}?${key}=${bad}`, `${path}?${key}=a&${key}=${bad}&${key}[x]=${bad}`]),
    `${path}?${bad}=${bad}&${bad}`,
  ]);
  expect(await faultsOf(contract, urls)).toEqual([]);
});

describe('a refusal in the audit log', () => {
  const refusalsOf = async ({ userId }: SignedIn) =>
    test.db.auditEntry.findMany({ where: { action: 'access.refuse', actorId: userId }, select: { after: true } });

  it('names the municipality of the request', async () => {
    const stranger = await signIn(test, { role: 'admin' });
    await ask(test, stranger, userApi.list, { params: { slug: 'esimerkkila' }, query: {} });
    expect(await refusalsOf(stranger)).toEqual([{ after: { municipality: 'esimerkkila' } }]);
  });

  it('stores no other text of an address, and is written once for all of them', async () => {
    const stranger = await signIn(test, { role: 'admin' });
    for (const slug of ['ei-ole-tata', 'eika-tata', 'Kouvola', 'Aino Virtanen 040 123', '\0', '🏊']) {
      expectProblem(await ask(test, stranger, userApi.list, { params: { slug }, query: {} }), 'not_found');
    }
    expect(await refusalsOf(stranger)).toEqual([{ after: null }]);
  });
});
