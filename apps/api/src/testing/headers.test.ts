import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from './sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from './test-app.ts';

const publicUrl = 'https://vointi.example';
let webRoot: string;
let test: TestApp;
let admin: SignedIn;
let leader: SignedIn;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'vointi-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<html><head></head></html>');
  writeFileSync(join(webRoot, 'assets/main-0a1b2c.js'), 'export {};');
  test = await startTestApp({ settings: { publicUrl }, webRoot });
  admin = await signIn(test, { role: 'admin', publicUrl });
  leader = await signIn(test, { role: 'leader', publicUrl });
});
afterAll(async () => {
  await test.close();
  rmSync(webRoot, { recursive: true });
});

const kinds: [kind: string, url: string, status: number][] = [
  ['an answer', '/api/v1/municipalities', 200],
  ['the board', `${kouvola}/board`, 200],
  ['a refused value', `${kouvola}/board?status=green`, 400],
  ['nothing there', '/api/v1/municipalities/kouvola/plans/2099/board', 404],
  ['no such route', '/api/v1/nothing', 404],
  ['no such asset', '/assets/nothing.js', 404],
  ['a page of the documentation that is not there', '/api/docs/static/nothing.js', 404],
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
  it('carries the headers of every answer', async () => {
    const { statusCode, headers } = await test.app.inject(url);
    expect(statusCode).toBe(status);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers['cache-control'] ?? '').not.toContain('public');
  });

  it.runIf(status >= 400)('carries a problem with a code', async () => {
    expectProblem(await test.app.inject(url));
  });
});

const policy =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
  "manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'";
const of = '/api/v1/municipalities/kouvola';
type Ask = { method?: 'POST'; url: string; who?: () => SignedIn; payload?: object };

/** Answers that depend on the person are stored nowhere. */
const personal: [kind: string, ask: Ask, status: number][] = [
  ['nobody’s session', { url: '/api/v1/session' }, 200],
  ['a session', { url: '/api/v1/session', who: () => admin }, 200],
  ['a board for somebody', { url: `${kouvola}/board`, who: () => leader }, 200],
  ['a list of people', { url: `${of}/users`, who: () => admin }, 200],
  ['a refusal of nobody', { url: `${of}/users` }, 401],
  ['a refusal of somebody', { url: `${of}/users`, who: () => leader }, 403],
  ['another municipality', { url: '/api/v1/municipalities/esimerkkila/users', who: () => admin }, 404],
  ['the audit as a file', { method: 'POST', url: `${of}/audit/export`, who: () => admin, payload: {} }, 200],
  ['a wrong password', { method: 'POST', url: '/api/v1/session', payload: { email: 'a@b.fi', password: 'x' } }, 401],
  ['a foreign write', { method: 'POST', url: '/api/v1/password-resets', payload: {} }, 400],
];

describe.each(personal)('%s', (_kind, { who, ...ask }, status) => {
  it('carries the headers of every answer and forbids storing', async () => {
    const { statusCode, headers } = await test.app.inject({
      method: 'GET',
      ...ask,
      headers: { origin: publicUrl, ...who?.().headers },
    });
    expect(statusCode).toBe(status);
    expect(headers['content-security-policy']).toBe(policy);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

it('lets an uploaded picture do nothing but show', async () => {
  const { id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  const picture = { type: 'image/png', data: Uint8Array.of(0x89, 0x50), hash: '0123456789abcdef' };
  await test.db.municipalityLogo.create({ data: { municipalityId, ...picture } });
  const { headers } = await test.app.inject(`${of}/logo`);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
});

const everyAnswer = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

it.each([
  ['a page', '/', 200, 'no-cache'],
  ['a page of a plan', '/kouvola/2024', 200, 'no-cache'],
  ['the mail page of a demo', '/mailbox', 200, 'no-cache'],
  ['a page that is not there', '/nothing', 404, 'no-cache'],
  ['an asset', '/assets/main-0a1b2c.js', 200, 'public, max-age=31536000, immutable'],
  ['the mail of a demo', '/api/v1/mailbox', 200, 'no-store'],
])('sends the headers of every answer with %s', async (_kind, url, status, cacheControl) => {
  const { statusCode, headers } = await test.app.inject(url);
  expect(statusCode).toBe(status);
  expect(headers).toMatchObject(everyAnswer);
  if (cacheControl !== undefined) expect(headers['cache-control']).toBe(cacheControl);
});

it.each(['/api/docs/', '/api/docs/static/swagger-initializer.js'])(
  '%s lets in one style that its library writes, and nothing else beside',
  async (url) => {
    const { statusCode, headers } = await test.app.inject(url);
    expect(statusCode).toBe(200);
    const { 'content-security-policy': own, ...others } = everyAnswer;
    expect(headers).toMatchObject(others);
    expect(String(headers['content-security-policy']).replace(/ 'sha256-[\w+/]{43}='/, '')).toBe(own);
  },
);

it('serves every page of the web app that belongs to no plan', async () => {
  const routes = readFileSync(join(import.meta.dirname, '../../../web/src/app/routes.tsx'), 'utf8');
  const paths = [...routes.matchAll(/[pP]age\(\s*'(\/(?!\$)[^']*)'/g)].map(([, path = '']) => path);
  expect(paths).toContain('/rounds/$slug/$round');
  const answers = await Promise.all(paths.map((path) => test.app.inject(path.replaceAll(/\$\w+/g, 'kouvola'))));
  expect(paths.filter((_path, at) => answers[at]?.statusCode !== 200)).toEqual([]);
});

describe('faults', () => {
  afterEach(() => test.databaseProxy.open());

  it('carry them on a 503 while the database is away', async () => {
    await test.databaseProxy.shut();
    for (const url of ['/readyz', `${of}/users`, '/api/v1/municipalities']) {
      const { statusCode, headers } = await test.app.inject({ url, headers: admin.headers });
      expect([url, statusCode]).toEqual([url, 503]);
      expect(headers).toMatchObject({ ...everyAnswer, 'cache-control': 'no-store' });
    }
  });

  it('carry them on a 500, which tells nothing else', async () => {
    const broken = await startTestApp({
      settings: { publicUrl },
      now: () => {
        throw new Error('with a secret in it');
      },
    });
    const answer = await broken.app.inject({ url: '/api/v1/session', headers: admin.headers });
    const body = expectProblem(answer, 'internal');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(answer.headers).toMatchObject(everyAnswer);
    await broken.close();
  });
});

it('sends them with a 304', async () => {
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

it('sends no HSTS over http, as it would lock the browser out', async () => {
  const plain = await startTestApp({ settings: { publicUrl: 'http://localhost:3000' } });
  const { headers } = await plain.app.inject('/healthz');
  expect(headers['strict-transport-security']).toBeUndefined();
  await plain.close();
});

it('serves metrics to this machine only', async () => {
  const ask = (remoteAddress: string, headers = {}) => test.app.inject({ url: '/metrics', remoteAddress, headers });
  expect((await ask('127.0.0.1')).body).toContain('vointi_http_answers_total');
  expect((await ask('192.0.2.7')).statusCode).toBe(404);
  expect((await ask('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
});
