import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, password, send } from '../testing/person.ts';
import { expectProblem, startTestApp, type TestApp } from '../testing/test-app.ts';
import { parseProxies } from './trusted-proxies.ts';

describe('a list of proxies', () => {
  it.each([
    ['loopback', ['loopback']],
    ['192.0.2.7', ['192.0.2.7']],
    [' loopback , 10.0.0.0/8,2001:db8::/32 ', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
    ['192.0.2.7/32, 2001:db8::1/128', ['192.0.2.7/32', '2001:db8::1/128']],
  ])('accepts %s', (text, proxies) => {
    expect(parseProxies(text)).toEqual(proxies);
  });

  it.each([
    ['true', 1],
    ['1', 1],
    ['*', 1],
    ['proxy.kunta.example', 1],
    ['10.0.0', 1],
    ['10.0.0.0/33', 1],
    ['10.0.0.0/', 1],
    ['10.0.0.0/8/8', 1],
    ['10.0.0.0/255.0.0.0', 1],
    ['0.0.0.0/0', 1],
    ['::/0', 1],
    ['2001:db8::/129', 1],
    ['192.0.2.7,', 2],
    ['loopback, 192.0.2.7; 192.0.2.8', 2],
    ['10.0.0.1, 10.0.0.2, Loopback', 3],
  ])('refuses %s for its entry %i', (text, entry) => {
    expect(parseProxies(text)).toMatch(new RegExp(`^entry ${entry} must be an address, a range`));
  });
});

describe('with proxies elsewhere', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ trustProxy: ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'] });
  });
  afterAll(() => test.close());

  const tryAs = (email: string, tried: string, [address, forwarded]: [string, string]) =>
    send(test, 'POST', '/session', { email, password: tried }, { address, headers: { 'x-forwarded-for': forwarded } });

  it.each(['10.1.2.3', '192.0.2.7', '::ffff:10.1.2.3', '2001:db8::9'])(
    'the clients of %s have limits of their own',
    async (proxy) => {
      const { email } = await makePerson(test);
      for (let time = 0; time < 5; time += 1) await tryAs(email, 'jotain aivan muuta', [proxy, '198.51.100.9']);
      expectProblem(await tryAs(email, password, [proxy, '198.51.100.9']), 'too_many_requests');
      // A second proxy adds the first one's address to the header.
      expectProblem(await tryAs(email, password, [proxy, '203.0.113.5, 198.51.100.9, 10.9.9.9']), 'too_many_requests');
      expect((await tryAs(email, password, [proxy, '198.51.100.10'])).statusCode).toBe(200);
    },
  );

  it('ignores the header of anybody else, also on this machine', async () => {
    for (const address of ['192.0.2.8', '127.0.0.1']) {
      const { email } = await makePerson(test);
      for (let time = 0; time < 5; time += 1) await tryAs(email, 'jotain aivan muuta', [address, `10.0.0.${time}`]);
      expectProblem(await tryAs(email, password, [address, '10.0.0.9']), 'too_many_requests');
    }
  });

  it('serves metrics to this machine only', async () => {
    const ask = (remoteAddress: string, headers = {}) => test.app.inject({ url: '/metrics', remoteAddress, headers });
    expect((await ask('127.0.0.1')).statusCode).toBe(200);
    expect((await ask('10.1.2.3', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
    expect((await ask('10.1.2.3')).statusCode).toBe(404);
  });
});
