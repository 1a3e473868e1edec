import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditOf, cookieOf, makePerson, meOf, password, send } from '../../testing/person.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const signIn = async (email: string, secret = password) =>
  cookieOf(await send(test, 'POST', '/session', { email, password: secret }));
const change = (cookie: string, current: string, next: string) =>
  send(test, 'PUT', '/account/password', { current, password: next }, { cookie });

it('changes name and language, and logs which fields, not their values', async () => {
  const { id, email } = await makePerson(test);
  const cookie = await signIn(email);
  const answer = await send(test, 'PATCH', '/account', { displayName: ' Aino Ansio ', language: 'sv' }, { cookie });
  expect(answer.json().me).toMatchObject({ displayName: 'Aino Ansio', language: 'sv' });
  expect(await meOf(test, cookie)).toMatchObject({ displayName: 'Aino Ansio', language: 'sv' });
  const [entry] = await test.db.auditEntry.findMany({ where: { action: 'account.update', actorId: id } });
  expect(entry?.after).toEqual({ fields: ['displayName', 'language'] });
  expect(JSON.stringify(entry)).not.toContain('Ansio');
});

it('requires the current password for a new one, and ends the other sessions', async () => {
  const { id, email } = await makePerson(test);
  const cookie = await signIn(email);
  const phone = await signIn(email);
  const { details } = expectProblem(await change(cookie, 'ei se ollut', 'kolme kurkea suolla'), 'invalid_request');
  expect(details).toMatchObject([{ path: 'body.current', reason: 'password_wrong' }]);
  expect(await meOf(test, phone)).not.toBeNull();
  expect((await change(cookie, password, 'kolme kurkea suolla')).json()).toEqual({ done: true });
  expect((await meOf(test, cookie))?.id).toBe(id);
  expect(await meOf(test, phone)).toBeNull();
  expect(await signIn(email)).toBe('');
  expect(await signIn(email, 'kolme kurkea suolla')).not.toBe('');
  expect((await auditOf(test, id)).map(([action]) => action)).toContain('password.update');
});

it.each(['Kouvola2026', 'salasana123', 'henkilo1234'])('refuses %s as a new password', async (next) => {
  const { email } = await makePerson(test);
  const cookie = await signIn(email);
  const { details } = expectProblem(await change(cookie, password, next), 'invalid_request');
  expect(details).toMatchObject([{ path: 'body.password', reason: 'password_common' }]);
});

it('limits guesses of the password in an open session too', async () => {
  const { email } = await makePerson(test);
  const cookie = await signIn(email);
  for (let time = 0; time < 5; time += 1) {
    expectProblem(await change(cookie, 'ei se ollut', 'kolme kurkea suolla'), 'invalid_request');
  }
  expectProblem(await change(cookie, password, 'kolme kurkea suolla'), 'too_many_requests');
});

it('refuses a password change of an account of the identity provider', async () => {
  const { id, email } = await makePerson(test);
  const cookie = await signIn(email);
  await test.db.user.update({
    where: { id },
    data: { email: null, passwordHash: null, issuer: 'https://login.example', subject: id },
  });
  expect(await meOf(test, cookie)).toMatchObject({ hasPassword: false, email: null });
  expectProblem(await change(cookie, password, 'kolme kurkea suolla'), 'invalid_request');
});

it('answers 401 without a session', async () => {
  for (const [method, url, body] of [
    ['GET', '/account/sessions', undefined],
    ['DELETE', '/account/sessions', undefined],
    ['PATCH', '/account', { language: 'sv' }],
    ['PUT', '/account/password', { current: 'x', password: 'kolme kurkea suolla' }],
  ] as const) {
    expectProblem(await send(test, method, url, body), 'unauthenticated');
  }
});
