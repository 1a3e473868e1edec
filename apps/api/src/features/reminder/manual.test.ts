import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  answer,
  clearReminders,
  makeRound,
  person,
  remindersOf,
  startWorker,
  type Worker,
} from '../../testing/reminding.ts';

const start = new Date('2049-03-20T10:00:00Z');
let at = start;
let test: TestApp;
let worker: Worker;
beforeAll(async () => {
  test = await startTestApp({ now: () => at });
  worker = startWorker(test, () => at);
  await clearReminders(test);
});
afterAll(async () => {
  await worker.close();
  await test.close();
});
afterEach(async () => {
  at = start;
  await test.db.demoMail.deleteMany();
  await clearReminders(test);
});

const month = { opensOn: '2049-03-01', closesOn: '2049-03-31' };
const reporter = (department: string) => ({ role: 'reporter', department }) as const;
const coordinator = () => signIn(test, { role: 'coordinator', at });
const params = (roundId: string) => ({ slug: 'kouvola', roundId });
const remind = (who: SignedIn, roundId: string, ...departments: string[]) =>
  ask(test, who, roundManageApi.remind, { params: params(roundId), body: { departments } });
const log = async (who: SignedIn, roundId: string) =>
  (await ask(test, who, roundManageApi.listReminders, { params: params(roundId) })).json<{
    reminders: { department: { slug: string }; state: string; isManual: boolean; to: string | null; missing: number }[];
    upcoming: string[];
  }>();
const mailbox = async () => (await test.db.demoMail.findMany({ orderBy: { to: 'asc' } })).map(({ to }) => to);

describe('a reminder by hand', () => {
  it('sends a mail at once, lists it in the log, and sends none on the scheduled day', async () => {
    at = new Date('2049-03-24T05:00:00Z');
    const { email } = await person(test, 'fi', reporter('nuorisopalvelut'));
    const roundId = await makeRound(test, at, month);
    const who = await coordinator();
    expect((await remind(who, roundId, 'nuorisopalvelut')).json()).toEqual({ queued: 1, skipped: [] });
    await worker.work();
    expect(await mailbox()).toEqual([email]);
    at = new Date('2049-03-24T07:00:00Z');
    await worker.work();
    expect((await mailbox()).filter((to) => to === email)).toEqual([email]);
    const { reminders, upcoming } = await log(await coordinator(), roundId);
    expect(reminders.filter(({ department }) => department.slug === 'nuorisopalvelut')).toMatchObject([
      { state: 'sent', isManual: true, to: expect.stringMatching(/^Aino/) as string, missing: 10 },
    ]);
    expect(upcoming).toEqual(['2049-03-30', '2049-04-01', '2049-04-07', '2049-04-14']);
  });

  it('says who was skipped and why, and writes one audit row with counts only', async () => {
    await person(test, 'fi', reporter('nuorisopalvelut'));
    await person(test, 'fi', reporter('eduko'));
    const roundId = await makeRound(test, at, month);
    await answer(test, roundId, 'eduko');
    const who = await coordinator();
    await remind(who, roundId, 'nuorisopalvelut');
    await worker.work();
    // Without a reporter and a contact the coordinator gets the mail, and without a coordinator nobody does.
    const second = await remind(who, roundId, 'nuorisopalvelut', 'eduko', 'seurat', 'seurat');
    expect(second.json()).toEqual({
      queued: 1,
      skipped: [
        { department: 'nuorisopalvelut', why: 'reminded_today' },
        { department: 'eduko', why: 'answered' },
      ],
    });
    const audit = await test.db.auditEntry.findMany({
      where: { subject: `round:${roundId}` },
      orderBy: { sequence: 'asc' },
    });
    expect(audit.map(({ action, actorId, after }) => [action, actorId, after])).toEqual([
      ['round.remind', who.userId, { departments: 1, queued: 1, skipped: 0 }],
      ['round.remind', who.userId, { departments: 1, queued: 1, skipped: 2 }],
    ]);
    await test.db.membership.deleteMany({ where: { role: 'coordinator' } });
    const other = await signIn(test, { role: 'coordinator', at });
    await test.db.user.update({
      where: { id: other.userId },
      data: { email: null, passwordHash: null, issuer: 'https://id.example', subject: 'x' },
    });
    expect((await remind(other, roundId, 'kinno')).json()).toEqual({
      queued: 0,
      skipped: [{ department: 'kinno', why: 'nobody_to_remind' }],
    });
    expect(await test.db.auditEntry.count({ where: { subject: `round:${roundId}` } })).toBe(2);
  });

  it('adds to the mail that waits for the same person', async () => {
    const { email } = await person(test, 'fi', reporter('nuorisopalvelut'), reporter('eduko'));
    const roundId = await makeRound(test, at, month);
    const who = await coordinator();
    await remind(who, roundId, 'nuorisopalvelut');
    expect((await remind(who, roundId, 'eduko')).json()).toEqual({ queued: 0, skipped: [] });
    await worker.work();
    expect(await mailbox()).toEqual([email]);
    expect((await test.db.demoMail.findFirstOrThrow()).text).toMatch(/Nuorisopalvelut: 10 .*\n– Eduko: 2 /);
    expect(new Set((await log(who, roundId)).reminders.map(({ department }) => department.slug))).toEqual(
      new Set(['nuorisopalvelut', 'eduko']),
    );
  });

  it('refuses unknown rounds and departments, closed rounds and other municipalities', async () => {
    const roundId = await makeRound(test, at, month);
    const who = await coordinator();
    expectProblem(await remind(who, crypto.randomUUID(), 'eduko'), 'not_found');
    expect(expectProblem(await remind(who, roundId, 'eduko', 'ei-ole'), 'invalid_request').details).toMatchObject([
      { path: 'body.departments', reason: 'department_unknown' },
    ]);
    await test.db.round.update({ where: { id: roundId }, data: { state: 'closed', closedAt: at } });
    expect(expectProblem(await remind(who, roundId, 'eduko'), 'locked')).toMatchObject({
      current: { lock: { isOpen: false, why: 'closed', since: at.toISOString() } },
    });
    expect((await log(who, roundId)).upcoming).toEqual([]);
    const elsewhere = await signIn(test, { role: 'coordinator', slug: 'esimerkkila', at });
    expectProblem(
      await ask(test, elsewhere, roundManageApi.listReminders, { params: { slug: 'esimerkkila', roundId } }),
      'not_found',
    );
    expect(await remindersOf(test)).toEqual([]);
  });
});

describe('the recipients', () => {
  const recipients = async (roundId: string, ...departments: string[]) => {
    const who = await coordinator();
    await remind(who, roundId, ...departments);
    await worker.work();
    return { to: await mailbox(), who };
  };

  it('include every reporter of the department, and no leader, coordinator or approver besides them', async () => {
    const first = await person(test, 'fi', reporter('eduko'));
    const second = await person(test, 'fi', reporter('eduko'), { role: 'leader' });
    await person(test, 'fi', { role: 'approver', department: 'eduko' });
    await person(test, 'fi', { role: 'leader' });
    expect((await recipients(await makeRound(test, at, month), 'eduko')).to).toEqual([first.email, second.email]);
  });

  it('include the approver when there is no reporter, as approvers can answer too', async () => {
    await test.db.department.updateMany({ where: { slug: 'eduko' }, data: { contact: 'eduko@kunta.example' } });
    const { email } = await person(test, 'fi', { role: 'approver', department: 'eduko' });
    expect((await recipients(await makeRound(test, at, month), 'eduko')).to).toEqual([email]);
    expect((await test.db.demoMail.findFirstOrThrow()).text).toContain('Eduko: 2 vastausta puuttuu');
  });

  it('include the contact when nobody has an account, and the mail says how to reply', async () => {
    await test.db.department.updateMany({ where: { slug: 'seurat' }, data: { contact: ' Seurat@Yhdistys.example ' } });
    const roundId = await makeRound(test, at, month);
    const { to, who } = await recipients(roundId, 'seurat');
    expect(to).toEqual(['seurat@yhdistys.example']);
    expect((await test.db.demoMail.findFirstOrThrow()).text).toContain('vastaa tähän viestiin');
    expect((await log(who, roundId)).reminders).toMatchObject([{ to: null, missing: 2, state: 'sent' }]);
  });

  it('get one mail for all departments of a contact, even when a person has the same address', async () => {
    const contactOf = async (slug: string, contact: string) =>
      test.db.department.updateMany({ where: { slug }, data: { contact } });
    await contactOf('seurat', 'Yhteinen@Kunta.example');
    await contactOf('yhdistykset', 'yhteinen@kunta.example');
    const { email } = await person(test, 'sv', reporter('eduko'));
    await contactOf('kymenhva', email.toUpperCase());
    const roundId = await makeRound(test, at, month);
    expect((await recipients(roundId, 'seurat', 'yhdistykset', 'kymenhva')).to).toEqual([
      email,
      'yhteinen@kunta.example',
    ]);
    const texts = (await test.db.demoMail.findMany({ orderBy: { to: 'asc' } })).map(({ text }) => text);
    expect(texts[1]).toMatch(/Seurat: .*[\s\S]*Yhdistykset: /);
    // A second request on the same day names a department that was not in the first.
    await answer(test, roundId, 'kymenhva');
    const again = await remind(await coordinator(), roundId, 'yhdistykset');
    expect(again.json()).toMatchObject({ queued: 0, skipped: [{ why: 'reminded_today' }] });
  });

  it('include the coordinator when the contact is no address or the only reporter was disabled', async () => {
    await test.db.department.updateMany({ where: { slug: 'seurat' }, data: { contact: 'vaihde 020' } });
    const { id } = await person(test, 'fi', reporter('eduko'));
    await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: at } });
    const { to, who } = await recipients(await makeRound(test, at, month), 'seurat', 'eduko');
    expect(to).toEqual([who.email]);
    expect((await test.db.demoMail.findFirstOrThrow()).text).toMatch(
      /Eduko: 2 .* \(vastuutaholla ei ole omaa vastaajaa\)/,
    );
  });

  it('include the approver for what waits for approval, and the reporter only for the rest', async () => {
    const reports = await person(test, 'fi', reporter('eduko'));
    const approves = await person(test, 'fi', { role: 'approver', department: 'eduko' });
    const roundId = await makeRound(test, at, month);
    const [one, other] = await test.db.assignment.findMany({ where: { department: { slug: 'eduko' } }, take: 2 });
    const send = (assignment: typeof one) =>
      test.db.reportDraft.create({
        data: {
          municipalityId: assignment?.municipalityId ?? '',
          assignmentId: assignment?.id ?? '',
          roundId,
          authorId: reports.id,
          sentAt: at,
        },
      });
    await send(one);
    expect((await recipients(roundId, 'eduko')).to).toEqual([reports.email, approves.email]);
    const texts = (await test.db.demoMail.findMany({ orderBy: { to: 'asc' } })).map(({ text }) => text);
    expect(texts[0]).toContain('Eduko: 1 vastaus puuttuu');
    expect(texts[1]).toContain('odottavat hyväksyntääsi');
    expect(texts[1]).toContain('Eduko: 1 vastaus odottaa hyväksyntää');
    await send(other);
    at = new Date('2049-03-21T10:00:00Z');
    await test.db.demoMail.deleteMany();
    expect((await recipients(roundId, 'eduko')).to).toEqual([approves.email]);
  });
});
