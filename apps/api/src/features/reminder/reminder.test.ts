import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { helsinkiTime } from '@vointi/shared/text/helsinki.ts';
import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import { tasksOf } from '../../app.ts';
import { Jobs } from '../../platform/jobs.ts';
import { startSmtp, type TestSmtp, textOf, until, wordsOf } from '../../testing/smtp.ts';
import { startTestApp, type TestApp, testSettings } from '../../testing/test-app.ts';
import {
  answer,
  clearReminders,
  makeRound,
  person,
  remindersOf,
  startWorker,
  type Worker,
} from '../../testing/reminding.ts';
import { claimReminder } from './write-claim.ts';

/** Far in the future, as the mail queue runs by the database's clock. */
let at = new Date('2049-03-01T10:00:00Z');
let smtp: TestSmtp;
let test: TestApp;
let worker: Worker;
let another: Worker;
beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ settings: { smtpUrl: smtp.url }, now: () => at });
  worker = startWorker(test, () => at, { smtpUrl: smtp.url });
  another = startWorker(test, () => at, { smtpUrl: smtp.url });
  await clearReminders(test);
});
afterAll(async () => {
  await worker.close();
  await another.close();
  await test.close();
  await smtp.stop();
});
afterEach(async () => {
  smtp.mails.splice(0);
  worker.log.splice(0);
  await clearReminders(test);
});

const subjectOf = (raw: string) => wordsOf(/^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1] ?? '');
const mailsTo = (email: string) => smtp.mails.filter(({ to }) => to.includes(email)).map(({ raw }) => raw);
const onlyMailTo = (email: string) => {
  const [raw = '', ...more] = mailsTo(email);
  expect(more).toEqual([]);
  return { subject: subjectOf(raw), text: textOf(raw), raw };
};
const workAt = async (moment: string): Promise<void> => {
  at = new Date(moment);
  await worker.work();
};
const month = { opensOn: '2049-03-01', closesOn: '2049-03-31' };
const firstDay = '2049-03-24T07:00:00Z';
const begin = () => (at = new Date('2049-03-01T10:00:00Z'));
const youth = { role: 'reporter', department: 'nuorisopalvelut' } as const;

describe('reminder days of a round', () => {
  it.each([
    ['2049-03-01', '2049-03-28', ['22.03.2049', '27.03.2049', '29.03.2049', '05.04.2049', '12.04.2049']],
    ['2049-10-01', '2049-10-31', ['25.10.2049', '30.10.2049', '01.11.2049', '08.11.2049', '15.11.2049']],
  ])('send at nine in a round from %s to %s that ends when the clock changes', async (opensOn, closesOn, days) => {
    at = new Date(`${opensOn}T10:00:00Z`);
    const { email } = await person(test, 'fi', youth);
    await makeRound(test, at, { opensOn, closesOn });
    const times: string[] = [];
    for (const _day of days) {
      const [job] = await test.db.$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs`;
      at = new Date((job?.run_at.getTime() ?? 0) - 1);
      await worker.work();
      expect(mailsTo(email)).toHaveLength(times.length);
      at = new Date(at.getTime() + 1);
      await worker.work();
      expect(mailsTo(email)).toHaveLength(times.push(helsinkiTime(at)));
    }
    expect(times).toEqual(days.map((day) => `${day} 09.00.00`));
  });

  it('end when the department has answered, and when the round closes', async () => {
    begin();
    const early = await person(test, 'fi', youth);
    const never = await person(test, 'fi', { role: 'reporter', department: 'eduko' });
    const roundId = await makeRound(test, at, month);
    await workAt(firstDay);
    await answer(test, roundId, 'nuorisopalvelut');
    await workAt('2049-03-30T06:00:00Z');
    expect([mailsTo(early.email).length, mailsTo(never.email).length]).toEqual([1, 2]);
    await test.db.round.update({ where: { id: roundId }, data: { state: 'closed' } });
    await workAt('2049-04-01T06:00:00Z');
    expect(mailsTo(never.email)).toHaveLength(2);
    expect(await test.db.$queryRaw`select key from graphile_worker.jobs`).toEqual([]);
  });

  it('send nothing while the round is planned', async () => {
    begin();
    const { email } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, { ...month, state: 'planned' });
    await workAt(firstDay);
    expect(mailsTo(email)).toEqual([]);
    await test.db.round.update({ where: { id: roundId }, data: { state: 'open' } });
    await workAt('2049-03-30T06:00:00Z');
    expect(mailsTo(email)).toHaveLength(1);
  });
});

describe('the mail', () => {
  it.each<[Language, string, RegExp, string, string]>([
    [
      'fi',
      'Hyvinvointisuunnitelma: 10 vastausta puuttuu, viimeinen päivä 31.03.2049',
      /^Hei Aino \d+!/,
      'noin 4 minuuttia',
      'Kouvola, Kevätkierros: viimeinen päivä 31.03.2049\n– NAME: 10 vastausta puuttuu',
    ],
    [
      'sv',
      'Välfärdsplanen: 10 svar saknas, sista dag 31.03.2049',
      /^Hej Aino \d+!/,
      'ungefär 4 minuter',
      'Kouvola, Vårrundan: sista dag 31.03.2049\n– NAME: 10 svar saknas',
    ],
    [
      'en',
      'Wellbeing plan: 10 answers are missing, last day 31.03.2049',
      /^Hello Aino \d+,/,
      'about 4 minutes',
      'Kouvola, Spring round: last day 31.03.2049\n– NAME: 10 answers are missing',
    ],
  ])(
    'is in the language of the person (%s), with how much, until when and where',
    async (language, subject, hello, minutes, what) => {
      begin();
      const { email } = await person(test, language, youth);
      const roundId = await makeRound(test, at, month);
      await workAt(firstDay);
      const { text, ...letter } = onlyMailTo(email);
      expect(letter.subject).toBe(subject);
      expect(text).toMatch(hello);
      expect(text).toContain(minutes);
      const { name } = await test.db.department.findFirstOrThrow({
        where: { slug: 'nuorisopalvelut', municipality: { slug: 'kouvola' } },
      });
      expect(text).toContain(what.replace('NAME', textIn(name as Text, language).text));
      const form = `department=nuorisopalvelut&municipality=kouvola&round=${roundId}`;
      expect(text).toContain(`\nhttp://localhost:80/reporting?${form}\n`);
    },
  );

  it('lists both municipalities for a person who reports in two', async () => {
    begin();
    const there = await test.db.department.findFirstOrThrow({
      where: { municipality: { slug: 'esimerkkila' }, assignments: { some: {} } },
      orderBy: { order: 'asc' },
    });
    const { email } = await person(test, 'fi', youth, {
      role: 'reporter',
      department: there.slug,
      slug: 'esimerkkila',
    });
    const here = await makeRound(test, at, month);
    const elsewhere = await makeRound(test, at, { ...month, slug: 'esimerkkila', name: 'Toinen kierros' });
    await workAt(firstDay);
    const { text } = onlyMailTo(email);
    expect(text).toContain('Kevätkierros: viimeinen päivä 31.03.2049\n– Nuorisopalvelut: 10 vastausta puuttuu');
    expect(text).toContain('Toinen kierros: viimeinen päivä 31.03.2049');
    expect(text).toContain('\nhttp://localhost:80/reporting\n');
    for (const roundId of [here, elsewhere]) {
      expect(await test.db.reminderItem.findMany({ where: { roundId } })).toHaveLength(1);
    }
  });

  it('says after the last day that answers are still taken, and writes one answer in the singular', async () => {
    begin();
    const { email } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, month);
    await answer(test, roundId, 'nuorisopalvelut', 9);
    await workAt('2049-04-01T06:00:00Z');
    const { subject, text } = onlyMailTo(email);
    expect(subject).toBe('Hyvinvointisuunnitelma: 1 vastaus puuttuu');
    expect(text).toContain(
      'viimeinen päivä oli 31.03.2049, mutta vastata voi yhä\n– Nuorisopalvelut: 1 vastaus puuttuu',
    );
  });

  it('stays unsent when everything has been answered since it was queued', async () => {
    begin();
    const { email } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, month);
    at = new Date(firstDay);
    await worker.tasks.remind({ roundId }, {} as never);
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'queued']]);
    await answer(test, roundId, 'nuorisopalvelut');
    await worker.work();
    expect(smtp.mails).toEqual([]);
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'skipped']]);
  });

  it('stays unsent when its recipient was disabled since it was queued', async () => {
    begin();
    const { id, email } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, month);
    at = new Date(firstDay);
    await worker.tasks.remind({ roundId }, {} as never);
    await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: at } });
    await worker.work();
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'skipped']]);
    expect(smtp.mails).toEqual([]);
  });
});

describe('sending at most once', () => {
  const makeDueRound = async () => {
    begin();
    const { email } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, month);
    at = new Date(firstDay);
    return { email, roundId };
  };
  const idOf = async () => (await test.db.reminder.findFirstOrThrow()).id;

  it('sends one mail when two instances run the same job at once', async () => {
    const { email, roundId } = await makeDueRound();
    await Promise.all([1, 2, 3, 4].map((turn) => (turn % 2 ? worker : another).tasks.remind({ roundId }, {} as never)));
    const reminderId = await idOf();
    const job = { id: '1', createdAt: at, attempt: 1, signal: new AbortController().signal, log: test.app.log };
    const mail = { kind: 'reminder', reminderId };
    await Promise.all([worker.tasks.mail(mail, job), another.tasks.mail(mail, job), worker.work()]);
    expect(mailsTo(email)).toHaveLength(1);
    expect(await remindersOf(test)).toHaveLength(1);
  });

  it('sends none when a process ends between claiming and sending, and logs that the outcome is unknown', async () => {
    const { email, roundId } = await makeDueRound();
    await worker.tasks.remind({ roundId }, {} as never);
    const context = { db: another.db, now: () => at, settings: testSettings };
    expect(await claimReminder(context as never, await idOf())).toMatchObject({ mail: { to: email } });
    await worker.work();
    expect(smtp.mails).toEqual([]);
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'failed']]);
    expect(worker.log.join('')).toContain('whether a mail was sent is not known');
    expect(worker.log.join('')).not.toContain(email);
  });

  it('sends one mail when the server takes it and closes the connection without an answer', async () => {
    const { email, roundId } = await makeDueRound();
    await test.db.user.updateMany({ where: { email }, data: { email: 'dropped@kunta.example' } });
    await worker.tasks.remind({ roundId }, {} as never);
    await worker.work();
    await worker.work();
    expect(mailsTo('dropped@kunta.example')).toHaveLength(1);
    expect(await remindersOf(test)).toEqual([['dropped@kunta.example', '2049-03-24', 'failed']]);
  });

  it('tries again when the server was away', async () => {
    const { email, roundId } = await makeDueRound();
    await worker.tasks.remind({ roundId }, {} as never);
    await smtp.stop();
    await worker.work();
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'queued']]);
    await smtp.start();
    await worker.work();
    await worker.work();
    expect(mailsTo(email)).toHaveLength(1);
    expect(await remindersOf(test)).toEqual([[email, '2049-03-24', 'sent']]);
  });

  it('sends none when the server refuses the recipient for good', async () => {
    const { email, roundId } = await makeDueRound();
    await test.db.user.updateMany({ where: { email }, data: { email: 'refused@kunta.example' } });
    await worker.tasks.remind({ roundId }, {} as never);
    await worker.work();
    expect(await remindersOf(test)).toEqual([['refused@kunta.example', '2049-03-24', 'failed']]);
    expect(await test.db.$queryRaw`select task_identifier from graphile_worker.jobs where key is null`).toEqual([]);
  });
});

it('queues nothing without a mail server, and schedules the next day', async () => {
  begin();
  await person(test, 'fi', youth);
  const roundId = await makeRound(test, at, month);
  const mute = startWorker(test, () => at, { isDemo: false });
  at = new Date(firstDay);
  await mute.work();
  await mute.close();
  expect(await remindersOf(test)).toEqual([]);
  expect(await test.db.$queryRaw`select key, run_at from graphile_worker.jobs`).toEqual([
    { key: `remind:${roundId}`, run_at: new Date('2049-03-30T06:00:00Z') },
  ]);
});

it('sends through the real job queue', async () => {
  begin();
  const { email } = await person(test, 'fi', youth);
  const roundId = await makeRound(test, at, month);
  at = new Date(firstDay);
  await test.db.$executeRaw`update graphile_worker._private_jobs set run_at = now() where key = ${`remind:${roundId}`}`;
  const jobs = new Jobs({
    connectionString: test.databaseProxy.connectionString,
    log: test.app.log,
    tasks: tasksOf({ db: worker.db, now: () => at, settings: { ...testSettings, smtpUrl: smtp.url } } as never),
    daily: [],
  });
  jobs.start();
  await until(() => mailsTo(email).length > 0);
  await until(async () => (await remindersOf(test))[0]?.[2] === 'sent');
  await jobs.stop();
  const left = await test.db.$queryRaw`select key, run_at from graphile_worker.jobs`;
  expect(left).toEqual([{ key: `remind:${roundId}`, run_at: new Date('2049-03-30T06:00:00Z') }]);
});
