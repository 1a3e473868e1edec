import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { openDemoAccounts } from './demo-accounts.ts';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const signIn = (email: string, password: string) =>
  test.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password },
    headers: { origin: 'http://localhost:80' },
  });

it('creates an account for each role and department, and returns the password once', async () => {
  const { password, isGiven } = await openDemoAccounts(test.db, undefined, new Date());
  expect(isGiven).toBe(false);
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  for (const [email, role] of [
    ['admin@kouvola.example', 'admin'],
    ['coordinator@esimerkkila.example', 'coordinator'],
    ['leader@kouvola.example', 'leader'],
    ['approver@kouvola.example', 'approver'],
    ['nuorisopalvelut@kouvola.example', 'reporter'],
  ] as const) {
    const answer = await signIn(email, password!);
    expect({ email, status: answer.statusCode }).toEqual({ email, status: 200 });
    expect(answer.json().me.municipalities).toMatchObject([{ roles: [role] }]);
  }
  const departments = await test.db.department.count();
  expect(await test.db.membership.count({ where: { role: 'reporter' } })).toBe(departments);
  expect((await openDemoAccounts(test.db, undefined, new Date())).password).toBeUndefined();
  expect((await signIn('admin@kouvola.example', password!)).statusCode).toBe(200);
});

it('replaces the password by one given later and ends the sessions; other accounts keep theirs', async () => {
  const { password } = await openDemoAccounts(test.db, undefined, new Date());
  const cookie = String((await signIn('admin@kouvola.example', password!)).headers['set-cookie']).split(';')[0]!;
  const { passwordHash } = await test.db.user.findFirstOrThrow({ where: { email: 'admin@kouvola.example' } });
  const own = { email: 'aino@kouvola.example', displayName: 'Aino', passwordHash };
  await test.db.user.create({
    data: {
      ...own,
      memberships: { create: { role: 'leader', municipality: { connect: { slug: 'kouvola' } } } },
    },
  });
  expect(await openDemoAccounts(test.db, 'jokin uusi sana', new Date())).toEqual({
    password: undefined,
    isGiven: true,
  });
  expect((await signIn('admin@kouvola.example', password!)).statusCode).toBe(401);
  expect((await signIn('admin@kouvola.example', 'jokin uusi sana')).statusCode).toBe(200);
  expect((await signIn('aino@kouvola.example', password!)).statusCode).toBe(200);
  const { me } = (await test.app.inject({ url: '/api/v1/session', headers: { cookie } })).json();
  expect(me).toBeNull();
});
