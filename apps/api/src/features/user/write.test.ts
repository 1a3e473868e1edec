import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@vointi/shared/http/route.ts';
import { userApi as api, type UserRow } from '@vointi/shared/user/contract.ts';
import { ask } from '../../testing/ask.ts';
import { addRole, signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
let other: SignedIn;
let count = 0;
const slug = 'kouvola';
beforeAll(async () => {
  test = await startTestApp();
  other = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.membership.deleteMany({ where: { role: 'admin', municipality: { slug } } });
  admin = await signIn(test, { role: 'admin' });
});

type Invitation = Call<typeof api.invite>['body'];
const someone = (more: Partial<Invitation> = {}): Invitation => {
  count += 1;
  return {
    email: `uusi-${count}@kunta.example`,
    displayName: `Uusi ${count}`,
    language: 'sv',
    roles: [{ role: 'reporter', department: 'nuorisopalvelut' }],
    ...more,
  };
};
const invite = (body: Invitation, who = admin, at = slug) => ask(test, who, api.invite, { params: { slug: at }, body });
const invited = async (more: Partial<Invitation> = {}, who = admin, at = slug) =>
  (await invite(someone(more), who, at)).json<UserRow>();
const update = (id: string, body: Call<typeof api.update>['body'], who = admin) =>
  ask(test, who, api.update, { params: { slug, id }, body });
const change = (kind: 'disable' | 'enable' | 'remove', id: string, version: number, who = admin, at = slug) =>
  ask(test, who, api[kind], { params: { slug: at, id }, body: { version } });
const resend = (id: string, who = admin) => ask(test, who, api.resend, { params: { slug, id } });
const versionOf = async (id: string) => (await test.db.user.findUniqueOrThrow({ where: { id } })).version;
const mails = () =>
  test.db.$queryRaw<{ payload: Record<string, string> }[]>`
    select payload from graphile_worker._private_jobs order by id`;
const lastMail = async () => (await mails()).at(-1)?.payload;
const openSessions = (userId: string) => test.db.session.count({ where: { userId, endedAt: null } });
const reasons = (answer: Parameters<typeof expectProblem>[0]) =>
  expectProblem(answer, 'invalid_request').details?.map(({ path, reason }) => [path, reason]);

describe('inviting', () => {
  it('creates an account with roles and mails a link that is valid for a day', async () => {
    const invitation = someone({
      roles: [
        { role: 'reporter', department: 'nuorisopalvelut' },
        { role: 'leader', department: null },
        { role: 'leader', department: null },
      ],
    });
    const answer = await invite({ ...invitation, email: invitation.email.toUpperCase() });
    const row = answer.json<UserRow>();
    expect(api.invite.response.parse(row)).toEqual(row);
    expect(row).toMatchObject({ email: invitation.email, language: 'sv', state: 'invited', version: 1 });
    expect(row.roles.map(({ role, department }) => [role, department?.slug])).toEqual([
      ['leader', undefined],
      ['reporter', 'nuorisopalvelut'],
    ]);
    expect(Date.parse(row.invitedUntil ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const link = await test.db.oneTimeLink.findFirstOrThrow({ where: { userId: row.id } });
    expect(await lastMail()).toEqual({ kind: 'invitation', linkId: link.id });
    const entry = await test.db.auditEntry.findFirstOrThrow({ where: { subject: `user:${row.id}` } });
    expect(entry).toMatchObject({ action: 'user.invite', actorId: admin.userId, after: { isNew: true } });
    expect(JSON.stringify(entry)).not.toMatch(/uusi-/i);
  });

  it('refuses a person who is already here, a wrong role, and the second of two at once', async () => {
    const { email } = await invited();
    expect(reasons(await invite(someone({ email: email ?? '' })))).toEqual([['body.email', 'already_there']]);
    const roles = async (...roleList: Invitation['roles']) => reasons(await invite(someone({ roles: roleList })));
    const leader = { role: 'leader', department: null } as const;
    expect(await roles(leader, { role: 'reporter', department: null })).toEqual([
      ['body.roles.1.department', 'department_needed'],
    ]);
    expect(await roles({ role: 'reporter', department: 'ei-ole' })).toEqual([
      ['body.roles.0.department', 'department_unknown'],
    ]);
    expect(await roles({ role: 'leader', department: 'nuorisopalvelut' })).toEqual([
      ['body.roles.0.department', undefined],
    ]);
    const same = someone();
    const answers = await Promise.all([invite(same), invite(same), invite(same)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 400, 400]);
  });

  it('adds roles to an account of another municipality, keeps its name and sends no link', async () => {
    const known = await signIn(test, { role: 'leader', slug: 'esimerkkila' });
    const row = (await invite(someone({ email: known.email }))).json<UserRow>();
    expect(row).toMatchObject({ id: known.userId, displayName: known.displayName, state: 'active' });
    expect(await test.db.oneTimeLink.count({ where: { userId: known.userId } })).toBe(0);
    expect(await lastMail()).toMatchObject({ kind: 'access', userId: known.userId });
    expect(await test.db.membership.count({ where: { userId: known.userId } })).toBe(2);
  });

  it('creates one account when two municipalities invite at once', async () => {
    const body = someone({ roles: [{ role: 'leader', department: null }] });
    const answers = await Promise.all([invite(body), invite(body, other, 'esimerkkila')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(new Set(answers.map((answer) => answer.json<UserRow>().id)).size).toBe(1);
  });

  it('ends the former link when sent again, and sends a reset to somebody with a password', async () => {
    const { id } = await invited();
    const before = await test.db.oneTimeLink.findFirstOrThrow({ where: { userId: id } });
    expect((await resend(id)).json()).toMatchObject({ id, state: 'invited' });
    expect((await test.db.oneTimeLink.findUniqueOrThrow({ where: { id: before.id } })).endedAt).not.toBeNull();
    expect((await lastMail())?.['kind']).toBe('invitation');
    const active = await signIn(test, { role: 'leader' });
    await resend(active.userId);
    expect((await lastMail())?.['kind']).toBe('reset');
    await change('disable', active.userId, 1);
    expectProblem(await resend(active.userId), 'invalid_request');
  });

  it('mails one address five times an hour at most, across municipalities, and counts only sent mails', async () => {
    const email = `kiusattu-${Date.now()}@kunta.example`;
    for (let time = 0; time < 6; time += 1) {
      expectProblem(
        await invite(someone({ email, roles: [{ role: 'reporter', department: 'ei-ole' }] })),
        'invalid_request',
      );
    }
    const { id } = await invited({ email });
    for (let time = 0; time < 3; time += 1) expect((await resend(id)).statusCode).toBe(200);
    const second = await invited();
    await update(id, { version: 1, email: `toinen-${email}` });
    expect((await update(second.id, { version: 1, email })).statusCode).toBe(200);
    const { retryAfter } = expectProblem(await resend(second.id), 'too_many_requests');
    expect(retryAfter).toBeGreaterThan(59 * 60);
    expect((await resend(id)).statusCode).toBe(200);
  });

  it('accepts only a one-line name and one plain address', async () => {
    const before = await mails();
    for (const displayName of ['Aino\nBcc: muu@kunta.example', 'Aino\u2028Ansio', 'Aino\u0007', 'Aino\tAnsio']) {
      const { details } = expectProblem(await invite(someone({ displayName })), 'invalid_request');
      expect(details).toMatchObject([{ path: 'body.displayName' }]);
    }
    for (const email of [
      'a@b.example,c@d.example',
      '"a b"@c.example',
      'a<b@c.example>',
      'a;b@c.example',
      'a\u0000@b.fi',
    ]) {
      const { details } = expectProblem(await invite(someone({ email })), 'invalid_request');
      expect(details).toMatchObject([{ path: 'body.email' }]);
    }
    expect(await mails()).toEqual(before);
  });

  it('answers 503 when no mail can be sent', async () => {
    const mute = await startTestApp({ settings: { isDemo: false } });
    const who = await signIn(mute, { role: 'admin' });
    const body = someone();
    expectProblem(await ask(mute, who, api.invite, { params: { slug }, body }), 'mail_unavailable');
    expect(await mute.db.user.count({ where: { email: body.email } })).toBe(0);
    await mute.close();
  });
});

describe('changing', () => {
  it('ends the sessions when roles change, and keeps them when only the name does', async () => {
    const who = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
    expect((await update(who.userId, { version: 1, displayName: 'Toinen nimi' })).json()).toMatchObject({
      displayName: 'Toinen nimi',
      version: 2,
    });
    expect(await openSessions(who.userId)).toBe(1);
    const roles = [{ role: 'approver', department: 'perusopetus' }] as const;
    const row = (await update(who.userId, { version: 2, roles: [...roles] })).json<UserRow>();
    expect(row.roles).toMatchObject([{ role: 'approver', department: { slug: 'perusopetus' } }]);
    expect(await openSessions(who.userId)).toBe(0);
    await update(who.userId, { version: 3, roles: [...roles] });
    const entries = await test.db.auditEntry.findMany({
      where: { subject: `user:${who.userId}` },
      orderBy: { sequence: 'asc' },
    });
    expect(entries.map(({ after }) => after)).toMatchObject([
      { fields: ['displayName'] },
      { fields: [], roles: [{ role: 'approver' }] },
      { fields: [] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Toinen nimi');
  });

  it('invites an invited person at their new address, and refuses an address in use', async () => {
    const row = await invited();
    const { email } = await invited();
    expect(reasons(await update(row.id, { version: 1, email: email ?? '' }))).toEqual([['body.email', 'email_taken']]);
    const former = await test.db.oneTimeLink.findFirstOrThrow({ where: { userId: row.id } });
    const changed = await update(row.id, { version: 1, email: 'Oikea@kunta.example' });
    expect(changed.json()).toMatchObject({ email: 'oikea@kunta.example', state: 'invited' });
    const links = await test.db.oneTimeLink.findMany({ where: { userId: row.id, endedAt: null } });
    expect(links).toHaveLength(1);
    expect(links[0]?.id).not.toBe(former.id);
    expect(await lastMail()).toEqual({ kind: 'invitation', linkId: links[0]?.id });
  });

  it('refuses to change name and e-mail of a shared account or one of the identity provider', async () => {
    const shared = await signIn(test, { role: 'leader', also: [{ role: 'leader', slug: 'esimerkkila' }] });
    expect(reasons(await update(shared.userId, { version: 1, displayName: 'Kaappaus' }))).toEqual([
      ['body.displayName', 'shared_account'],
    ]);
    expect(reasons(await update(shared.userId, { version: 1, email: 'k@k.example' }))).toEqual([
      ['body.email', 'shared_account'],
    ]);
    const same = await update(shared.userId, { version: 1, displayName: shared.displayName, email: shared.email });
    expect(same.statusCode).toBe(200);
    const external = await signIn(test, { role: 'leader' });
    await test.db.user.update({
      where: { id: external.userId },
      data: { email: null, passwordHash: null, issuer: 'https://i.example', subject: external.userId },
    });
    expect(reasons(await update(external.userId, { version: 1, email: 'k@k.example' }))).toEqual([
      ['body.email', 'external_account'],
    ]);
    expect(reasons(await resend(external.userId))).toEqual([['params.id', 'external_account']]);
  });

  it('keeps roles from the map, and disables the new roles of a disabled person', async () => {
    const { id } = await invited();
    const { municipalityId } = await test.db.membership.findFirstOrThrow({ where: { userId: id } });
    await test.db.membership.create({
      data: { userId: id, municipalityId, role: 'leader', source: 'identity_provider' },
    });
    const row = (await update(id, { version: 1, roles: [{ role: 'coordinator', department: null }] })).json<UserRow>();
    expect(row.roles.map(({ role, isMapped }) => [role, isMapped])).toEqual([
      ['coordinator', false],
      ['leader', true],
    ]);
    await change('disable', id, 2);
    const changed = await update(id, { version: 3, roles: [{ role: 'reporter', department: 'perusopetus' }] });
    expect(changed.json()).toMatchObject({ state: 'disabled' });
    expect(await test.db.membership.count({ where: { userId: id, disabledAt: null } })).toBe(0);
  });

  it('answers a stale version with 409 and the current row', async () => {
    const { id } = await invited();
    const answers = await Promise.all(['Eka', 'Toka'].map((displayName) => update(id, { version: 1, displayName })));
    const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
    expect(won?.statusCode).toBe(200);
    if (lost) expect(expectProblem(lost, 'conflict').current).toEqual(won?.json());
    for (const kind of ['disable', 'enable', 'remove'] as const) expectProblem(await change(kind, id, 1), 'conflict');
  });

  it('answers 404 for a person of another municipality', async () => {
    const stranger = await signIn(test, { role: 'leader', slug: 'esimerkkila' });
    expectProblem(await update(stranger.userId, { version: 1, displayName: 'X' }), 'not_found');
    for (const kind of ['disable', 'enable', 'remove'] as const)
      expectProblem(await change(kind, stranger.userId, 1), 'not_found');
    expectProblem(await resend(stranger.userId), 'not_found');
    expect(await versionOf(stranger.userId)).toBe(1);
  });
});

describe('disabling', () => {
  it('ends the sessions at once and keeps the roles for enabling', async () => {
    const who = await signIn(test, { role: 'coordinator', also: [{ role: 'reporter', department: 'perusopetus' }] });
    const off = (await change('disable', who.userId, 1)).json<UserRow>();
    expect(off).toMatchObject({ state: 'disabled', can: { disable: true, invite: false } });
    expect(off.roles).toHaveLength(2);
    expectProblem(await ask(test, who, api.list, { params: { slug }, query: {} }), 'unauthenticated');
    expect((await change('enable', who.userId, 2)).json()).toMatchObject({ state: 'active', roles: off.roles });
  });

  it('affects this municipality alone', async () => {
    const who = await signIn(test, { role: 'leader', also: [{ role: 'admin', slug: 'esimerkkila' }] });
    await change('disable', who.userId, 1);
    const left = await test.db.membership.findMany({
      where: { userId: who.userId, disabledAt: null },
      select: { municipality: { select: { slug: true } } },
    });
    expect(left).toEqual([{ municipality: { slug: 'esimerkkila' } }]);
  });
});

describe('the last admin', () => {
  const leader: Invitation['roles'] = [{ role: 'leader', department: null }];

  it('cannot drop the role, and nobody can disable or remove their own account', async () => {
    await invited({ roles: [{ role: 'admin', department: null }] });
    expect(reasons(await update(admin.userId, { version: 1, roles: leader }))).toEqual([['body.roles', 'last_admin']]);
    for (const kind of ['disable', 'remove'] as const) {
      expect(reasons(await change(kind, admin.userId, 1))).toEqual([['params.id', 'own_account']]);
    }
    expect(await openSessions(admin.userId)).toBe(1);
    await signIn(test, { role: 'admin' });
    expect((await update(admin.userId, { version: 1, roles: leader })).statusCode).toBe(200);
  });

  it.each(['update', 'disable', 'remove'] as const)(
    'stays when two admins act on each other at once: %s',
    async (kind) => {
      const second = await signIn(test, { role: 'admin' });
      const of = (target: SignedIn, who: SignedIn) =>
        kind === 'update'
          ? update(target.userId, { version: 1, roles: leader }, who)
          : change(kind, target.userId, 1, who);
      const answers = await Promise.all([of(second, admin), of(admin, second)]);
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
      const left = { role: 'admin', disabledAt: null, municipality: { slug } } as const;
      expect(await test.db.membership.count({ where: left })).toBe(1);
    },
  );
});

describe('removing', () => {
  it('erases all personal data and keeps the id in the audit log', async () => {
    const who = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
    await update(who.userId, { version: 1, displayName: 'Lähtevä Työntekijä' });
    await resend(who.userId);
    const row = (await change('remove', who.userId, 2)).json<UserRow>();
    expect(row).toMatchObject({ id: who.userId, state: 'removed', email: null, roles: [], can: { edit: false } });
    const stored = await test.db.user.findUniqueOrThrow({
      where: { id: who.userId },
      include: { sessions: true, links: true, memberships: true },
    });
    expect(stored).toMatchObject({
      displayName: 'Poistettu käyttäjä',
      email: null,
      passwordHash: null,
      sessions: [],
      links: [],
      memberships: [],
    });
    expectProblem(await update(who.userId, { version: 3, displayName: 'X' }), 'not_found');
    const page = (await ask(test, admin, api.list, { params: { slug }, query: { state: 'removed' } })).json<{
      users: UserRow[];
    }>();
    expect(page.users.map(({ id }) => id)).toContain(who.userId);
    const foreign = (
      await ask(test, other, api.list, { params: { slug: 'esimerkkila' }, query: { state: 'removed' } })
    ).json();
    expect(foreign).toMatchObject({ users: [], total: 0 });
    const [last] = await test.db.auditEntry.findMany({
      where: { subject: `user:${who.userId}` },
      orderBy: { sequence: 'desc' },
    });
    expect(last).toMatchObject({ action: 'user.remove', before: { state: 'active' }, after: { state: 'removed' } });
    expect((await invite(someone({ email: who.email }))).json<UserRow>().id).not.toBe(who.userId);
  });

  it('removes only the roles here of somebody who belongs elsewhere too, and everything once both remove them', async () => {
    const who = await signIn(test, { role: 'leader', also: [{ role: 'leader', slug: 'esimerkkila' }] });
    const away = (await change('remove', who.userId, 1)).json<UserRow>();
    expect(away).toMatchObject({ state: 'removed', email: null, roles: [] });
    expect(await test.db.user.findUnique({ where: { id: who.userId } })).toMatchObject({
      email: who.email,
      removedAt: null,
    });
    await addRole(test, who.userId, { role: 'leader' });
    const answers = await Promise.all([
      change('remove', who.userId, 2),
      change('remove', who.userId, 2, other, 'esimerkkila'),
    ]);
    const again = answers.map(({ statusCode }) => statusCode);
    if (again[0] === 409) await change('remove', who.userId, 3);
    if (again[1] === 409) await change('remove', who.userId, 3, other, 'esimerkkila');
    expect(await test.db.user.findUnique({ where: { id: who.userId } })).toMatchObject({ email: null });
  });
});
