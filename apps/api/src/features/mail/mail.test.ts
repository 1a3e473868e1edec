import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink, linkOfToken } from '../../platform/one-time-link.ts';
import { addRole } from '../../testing/sign-in.ts';
import { startSmtp, type TestSmtp, textOf, until, wordsOf } from '../../testing/smtp.ts';
import { expectProblem, startTestApp, type TestApp, testSettings } from '../../testing/test-app.ts';
import { enqueueMail } from './public.ts';

let smtp: TestSmtp;
let test: TestApp;
const log: string[] = [];
beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({
    settings: { smtpUrl: smtp.url },
    hasJobs: true,
    logLevel: 'trace',
    logTo: { write: (line) => log.push(line) },
  });
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});
beforeEach(() => smtp.mails.splice(0));

let count = 0;
async function makePerson(name: string, language: string, slug = 'kouvola') {
  count += 1;
  const email = `${name.toLowerCase()}-${count}@kunta.example`;
  const { id } = await test.db.user.create({ data: { email, displayName: name, language } });
  await addRole(test, id, { role: 'leader', slug });
  return { id, email };
}

async function invite(name: string, language = 'fi', kind: 'invitation' | 'reset' = 'invitation') {
  const { id, email } = await makePerson(name, language);
  await test.db.$transaction(async (tx) => {
    const linkId = await createLink(tx, new Date(), { userId: id, kind });
    await enqueueMail(tx, { kind, linkId });
  });
  return { id, email };
}

const subjectOf = (raw: string) => wordsOf(/^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1] ?? '');
const jobs = () =>
  test.db.$queryRaw<{ attempts: number; last_error: string | null; payload: unknown }[]>`
    select j.attempts, j.last_error, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p using (id) where j.task_identifier = 'send_mail'`;
const mailTo = (email: string) => until(() => smtp.mails.find(({ to }) => to.includes(email)));

describe('a mail server', () => {
  it.each([
    ['fi', 'Tervetuloa Vointiin: Kouvola', 'Hei Aino!', 'Valitse salasana'],
    ['sv', 'Välkommen till Vointi: Kouvola', 'Hej Aino!', 'Välj ett lösenord'],
    ['en', 'Welcome to Vointi: Kouvola', 'Hello Aino,', 'Choose a password'],
  ])('gets the invitation in the language of the person (%s)', async (language, subject, hello, action) => {
    const { email } = await invite('Aino', language);
    const { raw, to } = await mailTo(email);
    expect(to).toEqual([email]);
    expect(subjectOf(raw)).toBe(subject);
    const text = textOf(raw);
    expect(text).toContain(hello);
    expect(text).toContain(action);
    const token = /http:\/\/localhost:80\/link#(\S+)/.exec(text)?.[1] ?? '';
    expect(linkOfToken(testSettings.linkSecret, token)).toBeDefined();
    expect(raw).toMatch(/^From: Vointi <vointi@kunta.example>/m);
    expect(raw).not.toMatch(/text\/html/);
  });

  it('gets nothing when the transaction rolls back', async () => {
    const { id } = await makePerson('Perttu', 'fi');
    const undone = test.db.$transaction(async (tx) => {
      const linkId = await createLink(tx, new Date(), { userId: id, kind: 'reset' });
      await enqueueMail(tx, { kind: 'reset', linkId });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobs()).toEqual([]);
  });

  it('gets no mail for a link that a newer one has replaced', async () => {
    const { id, email } = await makePerson('Uuno', 'fi');
    await test.db.$transaction(async (tx) => {
      const first = await createLink(tx, new Date(), { userId: id, kind: 'reset' });
      await enqueueMail(tx, { kind: 'reset', linkId: first });
      await enqueueMail(tx, { kind: 'reset', linkId: await createLink(tx, new Date(), { userId: id, kind: 'reset' }) });
    });
    await mailTo(email);
    await until(async () => (await jobs()).length === 0);
    expect(smtp.mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
  });

  it('gets the mail once when it is up again', async () => {
    await smtp.stop();
    const { email } = await invite('Sitkeä');
    const [failed] = await until(async () => {
      const waiting = await jobs();
      return waiting[0]?.last_error ? waiting : undefined;
    });
    expect(failed?.last_error).toBe('ESOCKET');
    expect(JSON.stringify(failed?.payload)).not.toContain('@');
    await smtp.start();
    await mailTo(email);
    await until(async () => (await jobs()).length === 0);
    expect(smtp.mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
    const failures = log.filter((line) => line.includes('job failed'));
    expect(failures.length).toBeGreaterThan(0);
    expect(log.join('')).not.toContain(email);
  });

  it('gets no retry after it refused the recipient, and still gets the other mails', async () => {
    const { email } = await invite('Refused');
    const next = await invite('Seuraava');
    await mailTo(next.email);
    await until(async () => (await jobs()).length === 0);
    expect(smtp.recipients.filter((address) => address === email)).toHaveLength(1);
    const refusal = log.filter((line) => line.includes('the recipient of a mail was refused'));
    expect(refusal).toHaveLength(1);
    expect(JSON.parse(refusal[0]!)).toMatchObject({ kind: 'invitation', code: 'EENVELOPE 550' });
    expect(log.join('')).not.toContain(email);
  });
});

it('mails somebody with an account about another municipality without a link', async () => {
  const { id, email } = await makePerson('Aino', 'en');
  const municipality = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'esimerkkila' } });
  await addRole(test, id, { role: 'leader', slug: 'esimerkkila' });
  await test.db.$transaction((tx) => enqueueMail(tx, { kind: 'access', userId: id, municipalityId: municipality.id }));
  const text = textOf((await mailTo(email)).raw);
  expect(text).toContain('Esimerkkil');
  expect(text).toContain('http://localhost:80/sign-in');
  expect(text).not.toContain('/link#');
});

it('sends feedback as written to the contact of the municipality', async () => {
  const { id: municipalityId } = await test.db.municipality.update({
    where: { slug: 'kouvola' },
    data: { feedbackEmail: 'palaute@kouvola.example' },
  });
  const message = 'Painike ei toimi näppäimistöllä.\r\nBcc: toinen@muualla.example';
  await test.db.$transaction((tx) =>
    enqueueMail(tx, { kind: 'feedback', municipalityId, message, page: '/kouvola/2024', replyTo: 'aino@koti.example' }),
  );
  const { raw, to } = await mailTo('palaute@kouvola.example');
  expect(to).toEqual(['palaute@kouvola.example']);
  expect(raw).toMatch(/^Reply-To: aino@koti.example/m);
  expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  expect(textOf(raw)).toContain('Painike ei toimi näppäimistöllä.');
});

describe('the mailbox', () => {
  it('shows the mails of a demo without a mail server', async () => {
    const demo = await startTestApp({ hasJobs: true });
    const { id } = await demo.db.user.create({ data: { email: 'aino@kunta.example', displayName: 'Aino' } });
    await addRole(demo, id, { role: 'leader' });
    await demo.db.$transaction(async (tx) => {
      await enqueueMail(tx, {
        kind: 'invitation',
        linkId: await createLink(tx, new Date(), { userId: id, kind: 'invitation' }),
      });
    });
    const [mail] = await until(async () => {
      const { mails } = (await demo.app.inject('/api/v1/mailbox')).json<{ mails: { to: string; text: string }[] }>();
      return mails.length > 0 ? mails : undefined;
    });
    expect(mail).toMatchObject({ to: 'aino@kunta.example', subject: 'Tervetuloa Vointiin: Kouvola' });
    expect(mail?.text).toContain('/link#');
    await demo.close();
  });

  it.each([
    ['with a mail server', { smtpUrl: 'smtp://127.0.0.1:1' }],
    ['outside a demo', { isDemo: false }],
  ])('answers 404 %s, like any unknown address', async (_where, settings) => {
    const other = await startTestApp({ settings });
    await other.db.demoMail.create({ data: { to: 'aino@kunta.example', subject: 'Kutsu', text: 'Tervetuloa' } });
    for (const url of ['/api/v1/mailbox', '/api/v1/mailbox?x=1'])
      expectProblem(await other.app.inject(url), 'not_found');
    expect((await other.app.inject('/api/openapi.json')).body).not.toContain('mailbox');
    await other.close();
  });
});
