import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink, tokenOfLink } from '../../platform/one-time-link.ts';
import { networkOf } from '../../platform/limit.ts';
import { makePerson, meOf, cookieOf, password, send } from '../../testing/person.ts';
import { expectProblem, startTestApp, type TestApp, testSettings } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.db.rateLimit.deleteMany());

const wrong = 'jotain aivan muuta';
const here = { address: '192.0.2.7' };
const elsewhere = { address: '198.51.100.9' };
const signIn = (email: string, secret: string, from: Parameters<typeof send>[4]) =>
  send(test, 'POST', '/session', { email, password: secret }, from);
const fail = async (times: number, email: string, from: Parameters<typeof send>[4]) => {
  for (let time = 0; time < times; time += 1) expectProblem(await signIn(email, wrong, from), 'sign_in_failed');
};
/** Moves the counters back by so many minutes. */
const later = (minutes: number) =>
  test.db.$executeRaw`update "RateLimit" set expire = expire - make_interval(mins => ${minutes}::int)`;
/** Sets the number of failures so far. */
const already = (name: string, points: number) =>
  test.db.rateLimit.updateMany({ where: { key: { startsWith: name } }, data: { points } });

describe('an account from one address', () => {
  it('has five tries; then even the right password waits, and the answer says how long', async () => {
    const { email } = await makePerson(test);
    await fail(5, email, here);
    const answer = await signIn(email, password, here);
    const { retryAfter } = expectProblem(answer, 'too_many_requests');
    expect(retryAfter).toBeGreaterThan(14 * 60);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
    expect(answer.headers['retry-after']).toBe(String(retryAfter));
    expect(answer.cookies).toEqual([]);
  });

  it('can try again after a quarter of an hour', async () => {
    const { email } = await makePerson(test);
    await fail(5, email, here);
    await later(14);
    expectProblem(await signIn(email, password, here), 'too_many_requests');
    await later(1);
    expect((await signIn(email, password, here)).statusCode).toBe(200);
  });

  it('starts from zero after a success', async () => {
    const { email } = await makePerson(test);
    await fail(4, email, here);
    expect((await signIn(email, password, here)).statusCode).toBe(200);
    await fail(5, email, here);
  });

  it('counts parallel tries', async () => {
    const { email } = await makePerson(test);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, wrong, here)));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
  });

  it('has the same limit when the account does not exist', async () => {
    await fail(5, 'ei-ole@kunta.example', here);
    expectProblem(await signIn('ei-ole@kunta.example', wrong, here), 'too_many_requests');
  });

  it('blocks neither others at the address nor the same person elsewhere', async () => {
    const victim = await makePerson(test);
    const other = await makePerson(test);
    await fail(5, victim.email, here);
    expect((await signIn(other.email, password, here)).statusCode).toBe(200);
    expect((await signIn(victim.email, password, elsewhere)).statusCode).toBe(200);
  });
});

it('blocks an address after fifty failures of any accounts; successes do not count', async () => {
  const { email } = await makePerson(test);
  await fail(1, email, here);
  await already('sign-in-address', 49);
  for (let time = 0; time < 3; time += 1) expect((await signIn(email, password, here)).statusCode).toBe(200);
  await fail(1, 'joku@kunta.example', here);
  expectProblem(await signIn('toinen@kunta.example', wrong, here), 'too_many_requests');
  expect((await signIn(email, password, elsewhere)).statusCode).toBe(200);
  await later(15);
  expect((await signIn(email, password, here)).statusCode).toBe(200);
});

it('does not count tries from a blocked address against the accounts', async () => {
  const { email } = await makePerson(test);
  await fail(1, 'hyokkaaja@kunta.example', here);
  await already('sign-in-address', 50);
  for (let time = 0; time < 6; time += 1) expectProblem(await signIn(email, password, here), 'too_many_requests');
  await test.db.rateLimit.deleteMany({ where: { key: { startsWith: 'sign-in-address' } } });
  expect((await signIn(email, password, here)).statusCode).toBe(200);
});

it('does not block the address because of one blocked account that is tried again and again', async () => {
  const [{ email }, other] = [await makePerson(test), await makePerson(test)];
  await fail(5, email, here);
  await already('sign-in-address', 48);
  for (let time = 0; time < 4; time += 1) expectProblem(await signIn(email, wrong, here), 'too_many_requests');
  expect((await signIn(other.email, password, here)).statusCode).toBe(200);
});

it('lets the owner of an attacked account in by a link, and by password an hour later', async () => {
  const { id, email } = await makePerson(test);
  await fail(1, email, here);
  await already('sign-in-account', 100);
  expectProblem(await signIn(email, password, elsewhere), 'too_many_requests');
  const linkId = await test.db.$transaction((tx) => createLink(tx, new Date(), { userId: id, kind: 'reset' }));
  const token = tokenOfLink(testSettings.linkSecret, linkId);
  const answer = await send(test, 'POST', '/links/use', { token, password: 'uusi lause tuulee' }, elsewhere);
  expect((await meOf(test, cookieOf(answer)))?.id).toBe(id);
  await later(60);
  expect((await signIn(email, 'uusi lause tuulee', elsewhere)).statusCode).toBe(200);
});

it('allows three resets an hour for an account, existing or not, and twenty from an address', async () => {
  const ask = (email: string, from: Parameters<typeof send>[4]) =>
    send(test, 'POST', '/password-resets', { email }, from);
  for (const email of [(await makePerson(test)).email, 'ei-ole@kunta.example']) {
    for (let time = 0; time < 3; time += 1) expect((await ask(email, here)).statusCode).toBe(200);
    expectProblem(await ask(email, elsewhere), 'too_many_requests');
  }
  await already('reset-address', 20);
  expectProblem(await ask('joku@kunta.example', here), 'too_many_requests');
  await later(60);
  expect((await ask('joku@kunta.example', here)).statusCode).toBe(200);
});

it('allows fifty invalid links from an address; valid ones do not count', async () => {
  const { id } = await makePerson(test);
  const linkId = await test.db.$transaction((tx) => createLink(tx, new Date(), { userId: id, kind: 'reset' }));
  const token = tokenOfLink(testSettings.linkSecret, linkId);
  const read = (token: string) => send(test, 'POST', '/links/read', { token }, here);
  expectProblem(await read('x'.repeat(60)), 'link_expired');
  await already('link-address', 49);
  for (let time = 0; time < 3; time += 1) expect((await read(token)).statusCode).toBe(200);
  expectProblem(await read('x'.repeat(60)), 'link_expired');
  expectProblem(await read(token), 'too_many_requests');
});

describe('the address', () => {
  it('is taken from a proxy on this machine', async () => {
    const { email } = await makePerson(test);
    const forwarded = (client: string) => ({ address: '127.0.0.1', headers: { 'x-forwarded-for': client } });
    await fail(5, email, forwarded('192.0.2.7'));
    expectProblem(await signIn(email, password, forwarded('192.0.2.7')), 'too_many_requests');
    // The client's own claim is to the left of the proxy's entry.
    expectProblem(await signIn(email, password, forwarded('203.0.113.1, 192.0.2.7')), 'too_many_requests');
    expect((await signIn(email, password, forwarded('198.51.100.9'))).statusCode).toBe(200);
  });

  it('is not taken from anybody else', async () => {
    const { email } = await makePerson(test);
    for (let time = 0; time < 5; time += 1) {
      await fail(1, email, { ...here, headers: { 'x-forwarded-for': `203.0.113.${time}` } });
    }
    const claim = { ...here, headers: { 'x-forwarded-for': '203.0.113.99' } };
    expectProblem(await signIn(email, password, claim), 'too_many_requests');
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is stored as a hash only, as is the account', async () => {
    const { email } = await makePerson(test);
    await fail(1, email, here);
    const rows = await test.db.rateLimit.findMany();
    expect(rows).toHaveLength(3);
    for (const { key } of rows) expect(key).toMatch(/^sign-in-(here|address|account):[0-9a-f]{64}$/);
  });
});
