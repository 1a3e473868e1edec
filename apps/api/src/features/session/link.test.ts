import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionApi } from '@vointi/shared/session/contract.ts';
import { createLink, tokenOfLink } from '../../platform/one-time-link.ts';
import { auditOf, cookieOf, makePerson, meOf, password, send } from '../../testing/person.ts';
import { addRole } from '../../testing/sign-in.ts';
import { until } from '../../testing/smtp.ts';
import { expectProblem, startTestApp, type TestApp, testSettings } from '../../testing/test-app.ts';

let test: TestApp;
let now = new Date('2026-11-24T08:00:00Z');
beforeAll(async () => {
  test = await startTestApp({ now: () => now, hasJobs: true });
});
afterAll(() => test.close());
beforeEach(() => test.db.rateLimit.deleteMany());

const chosen = 'kolme kurkea suolla';
const tokenFor = async (userId: string, kind: 'invitation' | 'reset' = 'reset') =>
  tokenOfLink(testSettings.linkSecret, await test.db.$transaction((tx) => createLink(tx, now, { userId, kind })));
const read = (token: string) => send(test, 'POST', '/links/read', { token });
const use = (token: string, secret = chosen) => send(test, 'POST', '/links/use', { token, password: secret });
const signIn = (email: string, secret: string) => send(test, 'POST', '/session', { email, password: secret });
const mailsTo = async (email: string) =>
  (await test.db.demoMail.findMany({ where: { to: email }, orderBy: { id: 'asc' } })).map(({ subject, text }) => ({
    subject,
    token: /\/link#(\S+)/.exec(text)?.[1] ?? '',
  }));
const hours = (count: number) => {
  now = new Date(now.getTime() + count * 3_600_000);
};

describe('a forgotten password', () => {
  it('is replaced by a mailed link', async () => {
    const { id, email } = await makePerson(test);
    const before = cookieOf(await signIn(email, password));
    expect((await send(test, 'POST', '/password-resets', { email })).json()).toEqual({ done: true });
    const [mail] = await until(async () => ((await mailsTo(email)).length > 0 ? mailsTo(email) : undefined));
    expect(mail?.subject).toBe('Uusi salasana Vointiin');
    expect((await meOf(test, before))?.id).toBe(id);
    const seen = sessionApi.readLink.response.parse((await read(mail!.token)).json());
    expect(seen).toMatchObject({ kind: 'reset', email, municipality: { fi: 'Kouvola' } });
    const answer = await use(mail!.token);
    expect(sessionApi.useLink.response.parse(answer.json()).me).toMatchObject({ id, signedInBy: 'link' });
    expect((await meOf(test, cookieOf(answer)))?.id).toBe(id);
    expect(await meOf(test, before)).toBeNull();
    expectProblem(await signIn(email, password), 'sign_in_failed');
    expect((await signIn(email, chosen)).statusCode).toBe(200);
    expect(await auditOf(test, id)).toEqual([
      ['session.create', id],
      ['password.request_reset', null],
      ['password.update', id],
      ['session.create', id],
      ['session.fail', null],
      ['session.create', id],
    ]);
  });

  it.each([
    ['nobody has the address', async () => 'ei-ole@kunta.example'],
    ['somebody has no role', async () => (await makePerson(test, null)).email],
    [
      'somebody is disabled',
      async () => {
        const { id, email } = await makePerson(test);
        await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: now } });
        return email;
      },
    ],
  ])('answers the same and sends nothing when %s', async (_why, make) => {
    const email = await make();
    const answer = await send(test, 'POST', '/password-resets', { email });
    expect([answer.statusCode, answer.json()]).toEqual([200, { done: true }]);
    // Jobs run in order: once the next one is done, so is this one.
    const other = await makePerson(test);
    await send(test, 'POST', '/password-resets', { email: other.email });
    await until(async () => (await mailsTo(other.email)).length > 0);
    expect(await mailsTo(email)).toEqual([]);
  });

  it('sends the invitation again to somebody who has not accepted it', async () => {
    const { id, email } = await makePerson(test);
    await test.db.user.update({ where: { id }, data: { passwordHash: null } });
    await send(test, 'POST', '/password-resets', { email });
    const [mail] = await until(async () => ((await mailsTo(email)).length > 0 ? mailsTo(email) : undefined));
    expect(mail?.subject).toBe('Tervetuloa Vointiin: Kouvola');
  });

  it('answers 503 when no mail can be sent', async () => {
    const other = await startTestApp({ settings: { isDemo: false } });
    expectProblem(await send(other, 'POST', '/password-resets', { email: 'aino@kunta.example' }), 'mail_unavailable');
    await other.close();
  });
});

describe('a link', () => {
  it('works once, and reading it does not use it up', async () => {
    const { id } = await makePerson(test);
    const token = await tokenFor(id);
    for (let time = 0; time < 3; time += 1) expect((await read(token)).statusCode).toBe(200);
    expect((await use(token)).statusCode).toBe(200);
    expectProblem(await read(token), 'link_expired');
    expectProblem(await use(token, 'toinen lause tuulee'), 'link_expired');
  });

  it('works for one of two uses at once', async () => {
    const { id, email } = await makePerson(test);
    const token = await tokenFor(id);
    const words = ['ensimmäinen ilves', 'toinen hirvi metsässä', 'kolmas karhu talvella', 'neljäs kettu pellolla'];
    const answers = await Promise.all(words.map((word) => use(token, word)));
    const won = answers.map(({ statusCode }) => statusCode === 200);
    expect(won.filter(Boolean)).toHaveLength(1);
    for (const [index, answer] of answers.entries()) {
      if (!won[index]) expectProblem(answer, 'link_expired');
      expect((await signIn(email, words[index]!)).statusCode).toBe(won[index] ? 200 : 401);
    }
  });

  it('is valid for a day', async () => {
    const { id } = await makePerson(test);
    const token = await tokenFor(id, 'invitation');
    hours(23.99);
    expect((await read(token)).statusCode).toBe(200);
    hours(0.02);
    expectProblem(await read(token), 'link_expired');
    expectProblem(await use(token), 'link_expired');
  });

  it('expires with a newer link or a changed password', async () => {
    const { id, email } = await makePerson(test);
    const first = await tokenFor(id);
    const second = await tokenFor(id);
    expectProblem(await read(first), 'link_expired');
    expect((await read(second)).statusCode).toBe(200);
    const cookie = cookieOf(await signIn(email, password));
    await send(test, 'PUT', '/account/password', { current: password, password: chosen }, { cookie });
    expectProblem(await read(second), 'link_expired');
  });

  it('is refused when altered, invented or signed with another secret', async () => {
    const { id } = await makePerson(test);
    const other = await makePerson(test);
    const token = await tokenFor(id);
    const [linkId, code] = token.split('.') as [string, string];
    const otherId = (await tokenFor(other.id)).split('.')[0]!;
    const changed = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    for (const wrong of [
      `${linkId}.${changed}`,
      `${linkId}.${code.slice(0, -1)}`,
      `${linkId}.${code}A`,
      `${linkId.toUpperCase()}.${code}`,
      `${otherId}.${code}`,
      tokenOfLink('another secret that is long enough', linkId),
      'x'.repeat(80),
    ]) {
      expectProblem(await read(wrong), 'link_expired');
      expectProblem(await use(wrong), 'link_expired');
    }
    expect((await read(token)).statusCode).toBe(200);
  });

  it.each([
    ['disabled', (id: string) => test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: now } })],
    ['without a role', (id: string) => test.db.membership.deleteMany({ where: { userId: id } })],
    [
      'at an identity provider',
      (id: string) =>
        test.db.user.update({
          where: { id },
          data: { passwordHash: null, issuer: 'https://login.example', subject: id },
        }),
    ],
  ])('is refused once its person is %s', async (_state, change) => {
    const { id } = await makePerson(test);
    const token = await tokenFor(id);
    await change(id);
    expectProblem(await use(token), 'link_expired');
  });

  it('is not used up by a refused password', async () => {
    const { id } = await makePerson(test);
    const token = await tokenFor(id, 'invitation');
    const { details } = expectProblem(await use(token, 'Kouvola2026'), 'invalid_request');
    expect(details).toMatchObject([{ path: 'body.password', reason: 'password_common' }]);
    expect((await use(token)).statusCode).toBe(200);
  });

  it('names no municipality to somebody who belongs to two', async () => {
    const { id } = await makePerson(test);
    await addRole(test, id, { role: 'leader', slug: 'esimerkkila' });
    expect((await read(await tokenFor(id))).json()).toMatchObject({ municipality: null });
  });
});
