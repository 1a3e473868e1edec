import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HostileProvider, startHostileProvider } from '../testing/hostile-provider.ts';
import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts';

const product = { baseUrl: () => 'https://vointi.kunta.example', isDemo: true, timeoutMs: 500 };
let there: HostileProvider;
let here: IdentityProvider;
beforeEach(async () => {
  there = await startHostileProvider();
  here = createIdentityProvider(there.settings, product);
});
afterEach(() => there.close());

const askedFor = (path: string) => there.requests.filter((one) => one.path === path);
async function comeBack(claims: string[] = []) {
  const { continueAt, ...flow } = await here.begin();
  return here.finish(there.queryFor(continueAt).toString(), flow, claims);
}

it('sends the browser with a challenge that only this sign-in can answer', async () => {
  const [first, second] = [await here.begin(), await here.begin()];
  const { searchParams } = new URL(first.continueAt);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'vointi',
    redirect_uri: 'https://vointi.kunta.example/sign-in/return',
    scope: 'openid',
    code_challenge: createHash('sha256').update(first.codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  for (const key of ['state', 'nonce', 'codeVerifier'] as const) {
    expect(first[key].length).toBeGreaterThan(40);
    expect(first[key]).not.toBe(second[key]);
  }
});

it('loads the provider’s configuration once for many, and again after a failure', async () => {
  there.misbehave({ discovery: 'error' });
  await expect(here.begin()).rejects.toMatchObject({ kind: 'unavailable' });
  there.misbehave({});
  await Promise.all([here.begin(), here.begin(), here.begin()]);
  await here.begin();
  expect(askedFor('/.well-known/openid-configuration')).toHaveLength(2);
});

it.each([
  ['in the header where nothing is said', undefined, true],
  ['in the header where both will do', ['client_secret_post', 'client_secret_basic'], true],
  ['in the form where only that will do', ['client_secret_post'], false],
])('shows the secret %s', async (_, token_endpoint_auth_methods_supported, isInHeader) => {
  there.misbehave({ metadata: { token_endpoint_auth_methods_supported } });
  await comeBack();
  const [token] = askedFor('/token');
  expect(token?.authorization !== undefined).toBe(isInHeader);
  expect(token?.form.get('client_secret')).toBe(isInHeader ? null : there.settings.clientSecret);
  expect(token?.form.get('redirect_uri')).toBe('https://vointi.kunta.example/sign-in/return');
});

it('asks the userinfo endpoint only when the token lacks a claim, and prefers the token’s claims', async () => {
  there.misbehave({ about: { name: 'Somebody', groups: ['all'], team: ['a'] } });
  expect((await comeBack(['name', 'groups'])).claims).not.toHaveProperty('team');
  expect(askedFor('/me')).toEqual([]);
  expect((await comeBack(['name', 'team'])).claims).toMatchObject({ name: 'Eve', groups: ['kaikki'], team: ['a'] });
  expect(askedFor('/me')).toMatchObject([{ authorization: 'Bearer access' }]);
});

it('uses http only in a demo', async () => {
  const real = createIdentityProvider(there.settings, { ...product, isDemo: false });
  await expect(real.begin()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(there.requests).toEqual([]);
});

it('signs out at the provider when it has an address for that, with the token unless it is too long', async () => {
  const end_session_endpoint = `${there.settings.issuer}/end`;
  there.misbehave({ metadata: { end_session_endpoint } });
  const out = async (idToken: string | null) => new URL((await here.signOutAt(idToken)) ?? 'about:blank');
  expect(Object.fromEntries((await out('a.b.c')).searchParams)).toEqual({
    client_id: 'vointi',
    id_token_hint: 'a.b.c',
    post_logout_redirect_uri: 'https://vointi.kunta.example/',
  });
  expect((await out('x'.repeat(9000))).searchParams.has('id_token_hint')).toBe(false);
  expect((await out(null)).pathname).toBe('/end');
});

it('signs out here only when the provider has no address for that, or does not answer', async () => {
  there.misbehave({ discovery: 'hang' });
  expect(await here.signOutAt('a.b.c')).toBeNull();
  there.misbehave({});
  expect(await here.signOutAt('a.b.c')).toBeNull();
});
