import { expect, it } from 'vitest';
import { cookieOf, makePerson, password, send } from '../../testing/person.ts';
import { startSmtp, textOf, until } from '../../testing/smtp.ts';
import { startTestApp } from '../../testing/test-app.ts';

it('logs no password, token, address, name or note, whatever is done and whatever fails', async () => {
  const smtp = await startSmtp();
  const lines: string[] = [];
  const test = await startTestApp({
    settings: { smtpUrl: smtp.url },
    hasJobs: true,
    logLevel: 'trace',
    logTo: { write: (line) => lines.push(line) },
  });
  const { email } = await makePerson(test);
  const name = 'Kanarialintu Keltainen';
  const secrets = [
    password,
    email,
    name,
    'väärä kanarialintu',
    'uusi kanarialintu laulaa',
    'ei-ole-ketaan@kunta.example',
  ];

  const cookie = cookieOf(await send(test, 'POST', '/session', { email, password }));
  secrets.push(cookie.split('=')[1]!);
  await send(test, 'PATCH', '/account', { displayName: name }, { cookie });
  await send(test, 'POST', '/session', { email, password: 'väärä kanarialintu' });
  await send(test, 'POST', '/session', { email: 'ei-ole-ketaan@kunta.example', password });
  await send(test, 'PUT', '/account/password', { current: password, password: 'kanarialintu', x: 1 }, { cookie });
  await test.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: `{"email":"${email}","password":"${password}"`,
    headers: { origin: 'http://localhost:80', 'content-type': 'application/json', cookie },
  });

  await smtp.stop();
  await send(test, 'POST', '/password-resets', { email });
  await until(() => lines.some((line) => line.includes('job failed')));
  await smtp.start();
  const { raw } = await until(() => smtp.mails.find(({ to }) => to.includes(email)));
  const token = /\/link#(\S+)/.exec(textOf(raw))?.[1] ?? '';
  secrets.push(token, token.split('.')[1]!);
  await send(test, 'POST', '/links/read', { token });

  // The database goes away meanwhile: the failure is logged with its cause.
  await test.databaseProxy.shut();
  const used = { token, password: 'uusi kanarialintu laulaa' };
  expect((await send(test, 'POST', '/links/use', used)).statusCode).toBe(503);
  expect((await send(test, 'POST', '/session', { email, password })).statusCode).toBe(503);
  expect((await send(test, 'PATCH', '/account', { displayName: name }, { cookie })).statusCode).toBe(503);
  await test.databaseProxy.open();
  await until(async () => (await send(test, 'GET', '/session')).statusCode === 200);

  // An error whose message contains the values.
  await test.db.$executeRaw`alter table "User" add constraint canary check ("displayName" <> 'Kanarialintu Punainen')`;
  secrets.push('Kanarialintu Punainen');
  const broken = await send(test, 'PATCH', '/account', { displayName: 'Kanarialintu Punainen' }, { cookie });
  expect(broken.statusCode).toBe(500);

  expect((await send(test, 'POST', '/links/use', used)).statusCode).toBe(200);
  await test.close();
  await smtp.stop();

  const log = lines.join('');
  expect(lines.filter((line) => line.includes('request failed')).length).toBeGreaterThanOrEqual(4);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
