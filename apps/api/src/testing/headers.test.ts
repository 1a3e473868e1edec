import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, kouvola, startTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ settings: { publicUrl: 'https://vointi.example' } });
});
afterAll(() => test.close());

const kinds: [kind: string, url: string, status: number][] = [
  ['an answer', '/api/v1/municipalities', 200],
  ['the board', `${kouvola}/board`, 200],
  ['a refused value', `${kouvola}/board?status=green`, 400],
  ['nothing there', '/api/v1/municipalities/kouvola/plans/2099/board', 404],
  ['no such route', '/api/v1/nothing', 404],
  ['no such page', '/nothing', 404],
  ['a broken address', '/%ff', 400],
  ['a broken address of the API', `${kouvola}/measures/%`, 400],
  ['an address too long', `${kouvola}/measures/${'a'.repeat(3000)}`, 400],
  ['the description', '/api/openapi.json', 200],
  ['the documentation', '/api/docs/', 200],
  ['health', '/healthz', 200],
  ['readiness', '/readyz', 200],
  ['metrics', '/metrics', 200],
];

describe.each(kinds)('%s', (_kind, url, status) => {
  it('has the headers of every answer', async () => {
    const { statusCode, headers } = await test.app.inject(url);
    expect(statusCode).toBe(status);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    if (!url.startsWith('/api/docs')) expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers['cache-control'] ?? '').not.toContain('public');
  });

  it.runIf(status >= 400)('is a problem with a code', async () => {
    expectProblem(await test.app.inject(url));
  });
});

it('a 304 has them too', async () => {
  const { headers } = await test.app.inject(`${kouvola}/board`);
  const again = await test.app.inject({ url: `${kouvola}/board`, headers: { 'if-none-match': String(headers.etag) } });
  expect(again.statusCode).toBe(304);
  expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  '%s of a public address changes nothing and is refused',
  async (method) => {
    const answer = await test.app.inject({ method, url: `${kouvola}/board`, payload: { status: 'done' } });
    expectProblem(answer, 'not_found');
  },
);

it('a plain http address gets no HSTS: it would lock the browser out', async () => {
  const plain = await startTestApp({ settings: { publicUrl: 'http://localhost:3000' } });
  const { headers } = await plain.app.inject('/healthz');
  expect(headers['strict-transport-security']).toBeUndefined();
  await plain.close();
});

it('metrics are for this machine only', async () => {
  const ask = (remoteAddress: string, headers = {}) => test.app.inject({ url: '/metrics', remoteAddress, headers });
  expect((await ask('127.0.0.1')).body).toContain('vointi_http_answers_total');
  expect((await ask('192.0.2.7')).statusCode).toBe(404);
  expect((await ask('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
});
