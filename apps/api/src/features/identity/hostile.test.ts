import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '@vointi/shared/http/problem.ts';
import { Browser } from '../../testing/browser.ts';
import { type HostileProvider, type Misbehaviour, startHostileProvider } from '../../testing/hostile-provider.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { limits } from '../../platform/limit.ts';
import { flowMs } from './write-flow.ts';

let provider: HostileProvider;
let test: TestApp;
let clock: Date | undefined;
const open = async () => {
  provider = await startHostileProvider();
  test = await startTestApp({ settings: { identityProvider: provider.settings }, now: () => clock ?? new Date() });
  const { id } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  await test.db.identityMapping.create({
    data: { municipalityId: id, claim: 'groups', value: 'kaikki', role: 'admin' },
  });
};
const shut = async () => {
  await test.close();
  await provider.close();
};
beforeEach(() => {
  clock = undefined;
  provider.misbehave({});
});

afterEach(async () => {
  await test.db.user.deleteMany();
  await test.db.rateLimit.deleteMany();
});

const day = 86_400;
const now = () => Math.floor(Date.now() / 1000);
type Answer = Awaited<ReturnType<Browser['begin']>>;

/** Nobody signed in, no account was created, and the audit log has the reason. */
async function expectRefused(answer: Answer, code: ProblemCode, reason: string) {
  expectProblem(answer, code);
  expect([answer.headers['set-cookie'] ?? []].flat().filter((one) => one.startsWith('vointi='))).toEqual([]);
  expect(await test.db.user.count()).toBe(0);
  expect(await test.db.session.count()).toBe(0);
  const last = await test.db.auditEntry.findFirst({ orderBy: { sequence: 'desc' } });
  expect(last).toMatchObject({
    action: 'session.fail',
    subject: 'identity_provider',
    after: { method: 'identity_provider', reason },
    requestId: answer.json<{ requestId: string }>().requestId,
  });
}

const begun = async (browser: Browser, returnTo?: string) =>
  (await browser.begin(returnTo)).json<{ continueAt: string }>().continueAt;
/** A sign-in whose returning query is altered. */
async function comeBack(browser: Browser, change: (query: URLSearchParams) => void = () => {}): Promise<Answer> {
  const query = provider.queryFor(await begun(browser));
  change(query);
  return browser.finish(query.toString());
}

describe('a provider that does not answer', () => {
  beforeAll(open);
  afterAll(shut);

  it.each<[string, Misbehaviour, string]>([
    ['hangs', { discovery: 'hang' }, 'timeout'],
    ['begins to answer and stops', { discovery: 'trickle' }, 'timeout'],
    ['hangs up', { discovery: 'hang_up' }, 'network'],
    ['sends us elsewhere', { discovery: 'redirect' }, 'provider_error'],
    ['fails', { discovery: 'error' }, 'provider_error'],
    ['answers something else', { discovery: 'garbage' }, 'answer'],
    ['says that it is another', { metadata: { issuer: 'http://127.0.0.1:9' } }, 'answer'],
  ])('%s', async (_, how, reason) => {
    provider.misbehave(how);
    await expectRefused(await new Browser(test).begin(), 'unavailable', reason);
  });

  it('is asked again at the next sign-in, and then works', async () => {
    expect((await new Browser(test).begin()).statusCode).toBe(200);
  });
});

describe('a provider, or somebody between, that forges answers', () => {
  beforeAll(open);
  afterAll(shut);

  it.each<[string, Misbehaviour, string]>([
    ['names another issuer', { claims: { iss: 'https://login.example' } }, 'token_claim'],
    ['gives a token for another client', { claims: { aud: 'other' } }, 'token_claim'],
    ['gives one for two clients, to the other', { claims: { aud: ['vointi', 'x'], azp: 'x' } }, 'token_claim'],
    ['answers an older question', { claims: { nonce: 'older' } }, 'token_claim'],
    ['leaves out the nonce', { claims: { nonce: undefined } }, 'answer'],
    ['leaves out the person', { claims: { sub: undefined } }, 'answer'],
    ['names nobody', { claims: { sub: '' } }, 'subject'],
    ['names somebody who is no text', { claims: { sub: 5 } }, 'answer'],
    ['names somebody with a zero byte', { claims: { sub: 'e\0ve' } }, 'subject'],
    ['names somebody without end', { claims: { sub: 'e'.repeat(256) } }, 'subject'],
    ['gives a token of yesterday', { claims: { iat: now() - day, exp: now() - day + 300 } }, 'token_time'],
    ['gives a token of tomorrow', { claims: { nbf: now() + day } }, 'token_time'],
    ['gives a token without end', { claims: { exp: undefined } }, 'answer'],
    ['does not sign', { signing: 'none' }, 'unsupported'],
    ['signs with the secret that we share', { signing: 'client_secret' }, 'unsupported'],
    ['signs with its public key as a secret', { signing: 'public_key' }, 'unsupported'],
    ['signs with a key that is not its own', { signing: 'other_key' }, 'answer'],
    ['signs with a key that it does not show', { signing: 'unknown_key' }, 'token_key'],
    ['gives something that is no token', { signing: 'broken' }, 'answer'],
    ['gives no ID token', { answer: { id_token: undefined } }, 'answer'],
    ['gives a token of a kind nobody knows', { answer: { token_type: 'mac' } }, 'unsupported'],
    ['answers something else', { token: 'garbage' }, 'answer'],
    ['tells of somebody else', { claims: { groups: undefined }, about: { sub: 'anna', groups: ['kaikki'] } }, 'answer'],
  ])('%s', async (_, how, reason) => {
    provider.misbehave(how);
    await expectRefused(await comeBack(new Browser(test)), 'identity_refused', reason);
  });

  it.each<[string, Misbehaviour, string]>([
    ['hangs', { token: 'hang' }, 'timeout'],
    ['begins to answer and stops', { token: 'trickle' }, 'timeout'],
    ['hangs up', { token: 'hang_up' }, 'network'],
    ['sends us elsewhere', { token: 'redirect' }, 'provider_error'],
    ['fails', { token: 'error' }, 'provider_error'],
    ['no longer knows our secret', { token: 'invalid_client' }, 'client_refused'],
    ['does not tell of the person', { claims: { groups: undefined }, userinfo: 'error' }, 'provider_error'],
  ])('%s on the way back', async (_, how, reason) => {
    provider.misbehave(how);
    await expectRefused(await comeBack(new Browser(test)), 'unavailable', reason);
  });

  it.each<[string, (query: URLSearchParams) => void, string]>([
    ['another state', (query) => query.set('state', 'made-up'), 'answer'],
    ['no state', (query) => query.delete('state'), 'answer'],
    ['two states', (query) => query.append('state', 'made-up'), 'answer'],
    ['the name of another provider', (query) => query.set('iss', 'https://login.example'), 'answer'],
    ['no name of a provider, though it always gives one', (query) => query.delete('iss'), 'answer'],
    ['no code', (query) => query.delete('code'), 'answer'],
    ['a token in the address', (query) => query.set('id_token', 'a.b.c'), 'unsupported'],
    ['an answer in another form', (query) => query.set('response', 'a.b.c'), 'answer'],
    ['a refusal', (query) => query.set('error', 'access_denied'), 'access_denied'],
    ['an error with words of its own', (query) => query.set('error', 'Matti Meikäläinen'), 'provider_error'],
  ])('the browser comes back with %s', async (_, change, reason) => {
    await expectRefused(await comeBack(new Browser(test), change), 'identity_refused', reason);
  });

  it('refuses the return of another browser', async () => {
    const query = provider.queryFor(await begun(new Browser(test))).toString();
    await expectRefused(await new Browser(test).finish(query), 'identity_refused', 'no_flow');
    const other = new Browser(test);
    await other.begin();
    await expectRefused(await other.finish(query), 'identity_refused', 'answer');
  });

  it('refuses a return that comes too late', async () => {
    const browser = new Browser(test);
    const query = provider.queryFor(await begun(browser)).toString();
    clock = new Date(Date.now() + flowMs);
    await expectRefused(await browser.finish(query), 'identity_refused', 'no_flow');
  });

  it('limits repeated failures without writing more; sign-ins that succeed do not count', async () => {
    const good = new Browser(test);
    for (let time = 0; time < 3; time += 1) expect((await comeBack(good)).statusCode).toBe(200);
    const browser = new Browser(test);
    for (let time = 0; time < limits.providerAddress.times; time += 1) {
      expectProblem(await browser.finish('code=x'), 'identity_refused');
    }
    const before = await test.db.auditEntry.count();
    expect(expectProblem(await browser.finish('code=x'), 'too_many_requests').retryAfter).toBeGreaterThan(0);
    expect(await test.db.auditEntry.count()).toBe(before);
  });

  it('limits the number of sign-ins that begin', async () => {
    await test.db.rateLimit.deleteMany();
    const browser = new Browser(test);
    expect((await browser.begin()).statusCode).toBe(200);
    await test.db.rateLimit.updateMany({ data: { points: limits.providerBegun.times } });
    expectProblem(await browser.begin(), 'too_many_requests');
  });

  it.each([
    '//login.example',
    '/\\login.example',
    '/\t/login.example',
    'https://login.example',
    'javascript:alert(1)',
    '',
  ])('never redirects to %j', async (returnTo) => {
    const { details } = expectProblem(await new Browser(test).begin(returnTo), 'invalid_request');
    expect(details?.[0]?.path).toBe('body.returnTo');
  });

  it('accepts a correct answer of the same provider once', async () => {
    const browser = new Browser(test);
    const query = provider.queryFor(await begun(browser)).toString();
    const { vointi: _, ...asBefore } = browser.cookies;
    const answers = await Promise.all([browser.finish(query), browser.finish(query), browser.finish(query)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401, 401]);
    const cookie = `vointi-flow=${asBefore['vointi-flow']}`;
    const again = await test.app.inject({
      method: 'POST',
      url: '/api/v1/session/identity-provider/finish',
      headers: { origin: 'http://localhost:80', cookie },
      payload: { query },
    });
    expectProblem(again, 'identity_refused');
    expect(await test.db.session.count()).toBe(1);
  });
});

describe('without a provider', () => {
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('answers 404 to a beginning and to a return', async () => {
    const browser = new Browser(test);
    expectProblem(await browser.begin(), 'not_found');
    expectProblem(await browser.finish('code=x&state=y'), 'not_found');
  });
});
