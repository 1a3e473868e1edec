import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answer, clearReminders, makeRound, person, startWorker, type Worker } from '../../testing/reminding.ts';
import {
  createCommentNotices,
  createReopeningNotices,
  createReturnNotice,
  createRoundNotices,
  createWaitingNotices,
} from './public.ts';

/** A Monday; the queue of the installation runs by the database's clock and stays far behind. */
const monday = '2049-03-01';
let at = new Date(`${monday}T10:00:00Z`);
let test: TestApp;
let worker: Worker;
let another: Worker;
beforeAll(async () => {
  test = await startTestApp({ now: () => at });
  worker = startWorker(test, () => at);
  another = startWorker(test, () => at);
  await clearReminders(test);
});
afterAll(async () => {
  await worker.close();
  await another.close();
  await test.close();
});
afterEach(async () => {
  await test.db.demoMail.deleteMany();
  await test.db.reportDraft.deleteMany();
  await test.db.notice.deleteMany();
  await test.db.reportComment.deleteMany();
  await clearReminders(test);
});

const month = { opensOn: monday, closesOn: '2049-03-31' };
const youth = { role: 'reporter', department: 'nuorisopalvelut' } as const;
const approver = { role: 'approver', department: 'nuorisopalvelut' } as const;
/** Finland's time of March 2049, before the clocks change on the 28th. */
const helsinki = (time: string, day = monday) => new Date(`${day}T${time}+02:00`);
const begin = (time = '12:00:00', day = monday) => (at = helsinki(time, day));
const workAt = async (time: string, day = monday) => {
  at = helsinki(time, day);
  await worker.work();
};
const mailsTo = async (to: string) => test.db.demoMail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } });
const textsTo = async (to: string) => (await mailsTo(to)).map(({ text }) => text);

async function placeIn(roundId: string) {
  const { municipalityId, planId } = await test.db.round.findUniqueOrThrow({ where: { id: roundId } });
  const { id: departmentId } = await test.db.department.findFirstOrThrow({
    where: { municipalityId, slug: 'nuorisopalvelut' },
  });
  const assignments = await test.db.assignment.findMany({
    where: { departmentId, measure: { planId } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return { municipalityId, roundId, departmentId, assignmentIds: assignments.map(({ id }) => id) };
}
type Place = Awaited<ReturnType<typeof placeIn>>;

const open = async (roundId: string, kind: 'round_opened' | 'round_extended' = 'round_opened') => {
  const round = await test.db.round.findUniqueOrThrow({ where: { id: roundId } });
  await test.db.$transaction((tx) => createRoundNotices(tx, at, round, kind));
};
const send = async ({ assignmentIds, ...place }: Place, authorId: string, count = 1) => {
  const ids = assignmentIds.slice(0, count);
  const { municipalityId, roundId } = place;
  await test.db.reportDraft.createMany({
    data: ids.map((assignmentId) => ({ municipalityId, roundId, assignmentId, authorId, sentAt: at })),
  });
  await test.db.$transaction((tx) => createWaitingNotices(tx, at, { ...place, assignmentIds: ids }));
};
const comment = async ({ assignmentIds: [assignmentId = ''], ...place }: Place, authorId: string) => {
  const { municipalityId, roundId } = place;
  const { id: commentId } = await test.db.reportComment.create({
    data: { municipalityId, roundId, assignmentId, authorId, text: 'Salainen sana' },
  });
  return { ...place, assignmentId, commentId, authorId };
};
const write = async (place: Place, authorId: string) => {
  const written = await comment(place, authorId);
  await test.db.$transaction((tx) => createCommentNotices(tx, at, written));
};
const giveBack = async (place: Place, approverId: string, authorId: string) => {
  const { municipalityId, roundId, assignmentIds } = place;
  const assignmentId = assignmentIds[0] ?? '';
  const key = { roundId, assignmentId, authorId };
  await test.db.reportDraft.upsert({
    where: { roundId_assignmentId_authorId: key },
    create: { ...key, municipalityId, progress: 'done' },
    update: { sentAt: null },
  });
  const written = await comment(place, approverId);
  await test.db.$transaction((tx) => createReturnNotice(tx, at, { ...written, authorId }));
};

const jobOf = (id: string) => ({
  id,
  createdAt: at,
  attempt: 1,
  signal: new AbortController().signal,
  log: test.app.log,
});

describe('the digest', () => {
  it.each([
    [
      'fi',
      '2 uutta asiaa',
      'Kierros on auki: Kouvola, Kevätkierros, NAME, viimeinen päivä 31.03.2049',
      'Sinulle kirjoitettiin 2 kommenttia: Kouvola, Kevätkierros, NAME',
    ],
    [
      'sv',
      '2 nya ärenden',
      'Rundan är öppen: Kouvola, Vårrundan, NAME, sista dag 31.03.2049',
      '2 kommentarer skrevs till dig: Kouvola, Vårrundan, NAME',
    ],
    [
      'en',
      '2 new things',
      'The round is open: Kouvola, Spring round, NAME, last day 31.03.2049',
      '2 comments were written to you: Kouvola, Spring round, NAME',
    ],
  ])(
    'comes at nine on the next workday, once, in the language of the person: %s',
    async (language, what, opened, words) => {
      begin();
      const { email } = await person(test, language, youth);
      const coordinator = await person(test, 'fi', { role: 'coordinator' });
      const roundId = await makeRound(test, at, month);
      await open(roundId);
      const place = await placeIn(roundId);
      await write(place, coordinator.id);
      await write(place, coordinator.id);
      await workAt('08:59:59', '2049-03-02');
      expect(await mailsTo(email)).toEqual([]);
      await workAt('09:00:00', '2049-03-02');
      await workAt('09:00:00', '2049-03-03');
      const [mail, ...more] = await mailsTo(email);
      expect(more).toEqual([]);
      const { name } = await test.db.department.findUniqueOrThrow({ where: { id: place.departmentId } });
      const department = (name as Record<string, string>)[language] ?? (name as Record<string, string>)['fi'] ?? '';
      expect(mail?.subject).toContain(what);
      const form = `/reporting?department=nuorisopalvelut&municipality=kouvola&round=${roundId}`;
      expect(mail?.text).toContain(`– ${opened.replace('NAME', department)}\nhttp://localhost:80${form}\n`);
      expect(mail?.text).toContain(`– ${words.replace('NAME', department)}\nhttp://localhost:80${form}\n`);
      expect(mail?.text).not.toContain('Salainen');
    },
  );

  it('waits over a weekend', async () => {
    begin('12:00:00', '2049-03-05');
    const { email } = await person(test, 'fi', youth);
    await open(await makeRound(test, at, month));
    await workAt('12:00:00', '2049-03-06');
    expect(await mailsTo(email)).toEqual([]);
    await workAt('09:00:00', '2049-03-08');
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is one mail with the reminder of the day, also when its own job runs first', async () => {
    begin('12:00:00', '2049-03-23');
    const { email, id } = await person(test, 'fi', youth);
    const coordinator = await person(test, 'fi', { role: 'coordinator' });
    const roundId = await makeRound(test, at, month);
    const place = await placeIn(roundId);
    await write(place, coordinator.id);
    await test.db.reportDraft.createMany({
      data: place.assignmentIds.slice(0, 3).map((assignmentId) => ({
        municipalityId: place.municipalityId,
        roundId,
        assignmentId,
        authorId: id,
        note: 'Kesken',
      })),
    });
    at = helsinki('09:00:00', '2049-03-24');
    // The queue may give out the job of the notices before that of the round.
    await worker.tasks.mail({ kind: 'notices', userId: id }, jobOf('900'));
    await Promise.all([worker.work(), another.work()]);
    await worker.work();
    const [text = '', ...more] = await textsTo(email);
    expect(more).toEqual([]);
    expect(text).toContain('10 vastausta puuttuu, 3 vastausta odottaa lähettämistä');
    expect(text).toContain('Sinulle kirjoitettiin kommentti');
    expect(text).toContain(`#row-${place.assignmentIds[0]}`);
  });

  it('leaves out what is over, and is not sent when nothing is left', async () => {
    begin();
    const approving = await person(test, 'fi', approver);
    const { id: authorId } = await person(test, 'fi', youth);
    const roundId = await makeRound(test, at, month);
    await send(await placeIn(roundId), authorId, 2);
    await test.db.reportDraft.deleteMany();
    await workAt('09:00:00', '2049-03-02');
    expect(await mailsTo(approving.email)).toEqual([]);
  });

  it('has neither what its reader muted nor what its reader has read, but reminders', async () => {
    begin('12:00:00', '2049-03-23');
    const muting = await person(test, 'fi', youth);
    const reading = await person(test, 'fi', youth);
    const coordinator = await person(test, 'fi', { role: 'coordinator' });
    await test.db.user.update({ where: { id: muting.id }, data: { mutedMails: ['comments', 'rounds'] } });
    const roundId = await makeRound(test, at, month);
    await open(roundId);
    await write(await placeIn(roundId), coordinator.id);
    await test.db.notice.updateMany({ where: { userId: reading.id }, data: { readAt: at } });
    await workAt('09:00:00', '2049-03-24');
    for (const { email } of [muting, reading]) {
      const [text = '', ...more] = await textsTo(email);
      expect(more).toEqual([]);
      expect(text).toContain('10 vastausta puuttuu');
      expect(text).not.toContain('Lisäksi');
    }
    await answer(test, roundId, 'nuorisopalvelut');
    begin('12:00:00', '2049-03-25');
    await write(await placeIn(roundId), coordinator.id);
    await workAt('09:00:00', '2049-03-26');
    expect([(await mailsTo(muting.email)).length, (await mailsTo(reading.email)).length]).toEqual([1, 2]);
  });
});

describe('what cannot wait', () => {
  it('is sent at once, within working hours, and is left out of the digest', async () => {
    begin('12:00:00');
    const author = await person(test, 'fi', youth);
    const approving = await person(test, 'fi', approver);
    const roundId = await makeRound(test, at, month);
    await giveBack(await placeIn(roundId), approving.id, author.id);
    await worker.work();
    expect(await textsTo(author.email)).toEqual([expect.stringContaining('Vastauksesi palautettiin täydennettäväksi')]);
    await workAt('09:00:00', '2049-03-02');
    expect(await mailsTo(author.email)).toHaveLength(1);
  });

  it('waits at night for seven in the morning of a workday', async () => {
    begin('20:00:00', '2049-03-05');
    const author = await person(test, 'fi', youth);
    const approving = await person(test, 'fi', approver);
    await giveBack(await placeIn(await makeRound(test, at, month)), approving.id, author.id);
    await workAt('06:59:59', '2049-03-08');
    expect(await mailsTo(author.email)).toEqual([]);
    await workAt('07:00:00', '2049-03-08');
    expect(await mailsTo(author.email)).toHaveLength(1);
  });

  it('does not wait when the department’s time would be over by then', async () => {
    begin('21:00:00', '2049-03-06');
    const { email } = await person(test, 'fi', youth);
    const place = await placeIn(await makeRound(test, at, month));
    const until = helsinki('24:00:00', '2049-03-07');
    const { id: authorId } = await person(test, 'fi', { role: 'coordinator' });
    const { municipalityId, roundId, departmentId } = place;
    await test.db.roundReopening.create({
      data: { municipalityId, roundId, departmentId, authorId, until, reason: 'Unohtui', createdAt: at },
    });
    await test.db.$transaction((tx) =>
      createReopeningNotices(tx, at, { municipalityId, roundId, departmentId, until }),
    );
    await worker.work();
    expect(await textsTo(email)).toEqual([expect.stringMatching(/avattiin teille uudelleen: .* 07\.03\.2049/)]);
    await test.db.roundReopening.deleteMany();
  });

  it('goes at most once an hour, and one mail then tells the rest', async () => {
    begin('12:00:00');
    const author = await person(test, 'fi', youth);
    const approving = await person(test, 'fi', approver);
    const place = await placeIn(await makeRound(test, at, month));
    await giveBack(place, approving.id, author.id);
    await worker.work();
    for (const time of ['12:20:00', '12:40:00']) {
      begin(time);
      await giveBack(place, approving.id, author.id);
      await worker.work();
    }
    await workAt('12:59:59');
    expect(await mailsTo(author.email)).toHaveLength(1);
    await workAt('13:00:00');
    const [, second, ...more] = await textsTo(author.email);
    expect(second).toContain('2 vastaustasi palautettiin');
    expect(more).toEqual([]);
  });

  it('is an answer that waits within three days of the last day, once it cannot be taken back', async () => {
    const approving = await person(test, 'fi', approver);
    const author = await person(test, 'fi', youth);
    begin('12:00:00', '2049-03-17');
    const roundId = await makeRound(test, at, { opensOn: monday, closesOn: '2049-03-19' });
    const place = await placeIn(roundId);
    await send(place, author.id, 3);
    await workAt('12:09:59', '2049-03-17');
    expect(await mailsTo(approving.email)).toEqual([]);
    await workAt('12:10:00', '2049-03-17');
    expect(await textsTo(approving.email)).toEqual([expect.stringContaining('3 vastausta odottaa hyväksyntääsi')]);
  });
});

it('sends each mail once under two workers at once, and loses none that a crash left undecided', async () => {
  begin('12:00:00');
  const { email, id: userId } = await person(test, 'fi', youth);
  const coordinator = await person(test, 'fi', { role: 'coordinator' });
  const place = await placeIn(await makeRound(test, at, month));
  await write(place, coordinator.id);
  at = helsinki('09:00:00', '2049-03-02');
  const tell = (id: string) => worker.tasks.mail({ kind: 'notices', userId }, jobOf(id));
  await Promise.all([worker.work(), another.work(), tell('901'), tell('902')]);
  expect(await mailsTo(email)).toHaveLength(1);
  // The process ends between the claim and the answer of the mail server, and the queue gives the job out again.
  await test.db.noticeMail.updateMany({ data: { state: 'sending', jobId: '903', sentAt: null } });
  await tell('903');
  await workAt('08:59:00', '2049-03-03');
  expect(await mailsTo(email)).toHaveLength(1);
  await workAt('09:00:00', '2049-03-03');
  expect(await mailsTo(email)).toHaveLength(2);
});
