import { hash } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { planChannel } from '../../platform/live.ts';
import { esimerkkila, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

type Given = { method?: string; headers?: Record<string, string> };
type Answer = { status: number; headers: string[]; body: string; isFast: boolean };

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ settings: { publicUrl: 'https://vointi.example' }, checkEveryMs: 200 });
  await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

// Fastify gives an id to every request that reaches it.
const reachFastify = vi.spyOn(crypto, 'randomUUID');

const withoutDate = (headers: string[]) => headers.filter((_, at) => headers[at - (at % 2)]?.toLowerCase() !== 'date');

/** By a socket: inject() does not use the server's listener. */
function ask(url: string, { method = 'GET', headers = {} }: Given = {}): Promise<Answer> {
  const { port } = test.app.server.address() as AddressInfo;
  const before = reachFastify.mock.calls.length;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: url, method, headers }, async (answer) => {
      const body = hash('sha1', Buffer.concat(await answer.toArray()));
      const isFast = reachFastify.mock.calls.length === before;
      resolve({ status: answer.statusCode ?? 0, headers: withoutDate(answer.rawHeaders), body, isFast });
    })
      .on('error', reject)
      .end();
  });
}

/** The response once it comes from memory. */
async function warm(url: string, given: Given = {}): Promise<Answer> {
  await expect.poll(async () => (await ask(url, given)).isFast, { interval: 10 }).toBe(true);
  return ask(url, given);
}

const board = `${kouvola}/board`;
// A request with a body, even an empty one, goes to the route.
const toRoute = { 'content-length': '0' };

describe.each(['identity', 'gzip', 'br', 'gzip, deflate, br, zstd', 'br;q=0, gzip', 'deflate', '*', undefined])(
  'accepting %s',
  (accepted) => {
    const accept: Record<string, string> = accepted === undefined ? {} : { 'accept-encoding': accepted };

    it.each([200, 304])('answers %i with the same headers as the route', async (status) => {
      const { headers } = await test.app.inject(board);
      const asked = { ...accept, ...(status === 304 && { 'if-none-match': String(headers.etag) }) };
      const slow = await ask(board, { headers: { ...asked, ...toRoute } });
      expect([slow.status, slow.isFast]).toEqual([status, false]);
      for (let time = 0; time < 4; time += 1) {
        const { isFast: _isFast, ...answer } = await ask(board, { headers: asked });
        expect({ ...answer, isFast: false }).toEqual(slow);
      }
    });
  },
);

it.each(['br', 'gzip', 'identity'])('answers the third request that accepts %s from memory', async (accepted) => {
  expect(await warm(board, { headers: { 'accept-encoding': accepted } })).toMatchObject({ status: 200, isFast: true });
});

it.each([
  ['a query', `${board}?status=done`, {}],
  ['an empty query', `${board}?`, {}],
  ['a cookie', board, { headers: { cookie: 'a=b' } }],
  ['an authorization', board, { headers: { authorization: 'Bearer a' } }],
  ['HEAD', board, { method: 'HEAD' }],
  ['another method', board, { method: 'DELETE' }],
  ['a plan that is not there', '/api/v1/municipalities/kouvola/plans/2099/board', {}],
])('leaves %s to the route', async (_kind, url, given: Given) => {
  await warm(board);
  for (let time = 0; time < 4; time += 1) expect((await ask(url, given)).isFast).toBe(false);
});

it('never repeats the response of a session to a request without one', async () => {
  const odd = { 'accept-encoding': 'br, odd' };
  for (let time = 0; time < 4; time += 1) await ask(board, { headers: { ...odd, cookie: 'a=b' } });
  expect((await ask(board, { headers: odd })).isFast).toBe(false);
});

it('counts its responses', async () => {
  await warm(board);
  const count = async () => {
    const { body } = await test.app.inject('/metrics');
    const [, value] = /vointi_http_answers_total\{route="\S+\/board",status="200"\} (\d+)/.exec(body) ?? [];
    return Number(value);
  };
  const before = await count();
  for (let time = 0; time < 5; time += 1) expect((await ask(board)).isFast).toBe(true);
  expect(await count()).toBe(before + 5);
});

it('answers a changed plan at once, with another tag', async () => {
  const before = await warm(board);
  const plan = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } });
  await test.db.plan.update({ where: { id: plan.id }, data: { revision: { increment: 1 } } });
  await test.db.$executeRawUnsafe(`notify ${planChannel}, '${plan.id}'`);
  await expect.poll(async () => (await ask(board)).body, { timeout: 1000, interval: 20 }).not.toBe(before.body);
  expect((await warm(board)).headers).not.toEqual(before.headers);
});

it('stops when the board is closed to the public', async () => {
  await warm(`${esimerkkila}/board`);
  const set = (boardAccess: 'signed_in' | 'public') =>
    test.db.municipality.update({ where: { slug: 'esimerkkila' }, data: { boardAccess } });
  await set('signed_in');
  await expect.poll(async () => (await ask(`${esimerkkila}/board`)).status, { timeout: 3000 }).not.toBe(200);
  await set('public');
});

it('leaves requests to the route while the database does not answer', async () => {
  await warm(board);
  await test.databaseProxy.shut();
  await expect.poll(async () => (await ask(board)).headers, { timeout: 3000 }).toContain('vointi-stale-since');
  await test.databaseProxy.open();
  await expect.poll(async () => (await ask(board)).headers, { timeout: 5000 }).not.toContain('vointi-stale-since');
});
