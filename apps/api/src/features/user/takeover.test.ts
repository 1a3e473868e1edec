import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@vointi/shared/http/route.ts';
import { userApi as api, type UserRow } from '@vointi/shared/user/contract.ts';
import { tokenOfLink } from '../../platform/one-time-link.ts';
import { ask } from '../../testing/ask.ts';
import { whilePersonLocked } from '../../testing/while-locked.ts';
import { cookieOf, makePerson, meOf, password, send } from '../../testing/person.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, testSettings, type TestApp } from '../../testing/test-app.ts';
import { inviteByOperator } from '../session/public.ts';

/** An admin of one municipality who tries to get into another through an account that both know. */
let test: TestApp;
let admin: SignedIn;
let other: SignedIn;
let count = 0;
const slug = 'kouvola';
const elsewhere = 'esimerkkila';
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
  other = await signIn(test, { role: 'admin', slug: elsewhere });
});
afterAll(() => test.close());
beforeEach(() => test.db.rateLimit.deleteMany());

const newAddress = () => `uhri-${(count += 1)}@toinen.example`;
const update = (id: string, body: Call<typeof api.update>['body'], who = admin) =>
  ask(test, who, api.update, { params: { slug, id }, body });
const inviteElsewhere = (email: string) =>
  ask(test, other, api.invite, {
    params: { slug: elsewhere },
    body: { email, displayName: 'Uhri', language: 'fi', roles: [{ role: 'admin', department: null }] },
  });
const enter = (email: string) => send(test, 'POST', '/session', { email, password });
const linksOf = (userId: string) => test.db.oneTimeLink.findMany({ where: { userId, endedAt: null } });
const mailedLinks = async () =>
  (
    await test.db.$queryRaw<{ payload: { linkId?: string } }[]>`
      select payload from graphile_worker._private_jobs order by id`
  ).map(({ payload }) => payload.linkId);
const refusal = (answer: Parameters<typeof expectProblem>[0]) =>
  expectProblem(answer, 'invalid_request').details?.map(({ path, reason }) => [path, reason]);

describe('when an admin changes an e-mail address', () => {
  it('removes the password, ends the sessions and mails a link to the new address', async () => {
    const { id, email: before } = await makePerson(test);
    const cookie = cookieOf(await enter(before));
    const email = newAddress();
    const row = (await update(id, { version: 1, email })).json<UserRow>();
    expect(row).toMatchObject({ email, state: 'invited', version: 2 });
    expect(Date.parse(row.invitedUntil ?? '')).toBeGreaterThan(Date.now());
    expect(await meOf(test, cookie)).toBeNull();
    for (const one of [before, email]) expectProblem(await enter(one), 'sign_in_failed');
    const [link] = await linksOf(id);
    expect((await mailedLinks()).at(-1)).toBe(link?.id);
    const token = tokenOfLink(testSettings.linkSecret, link?.id ?? '');
    const opened = await send(test, 'POST', '/links/use', { token, password: 'kolme kurkea suolla' });
    expect(await meOf(test, cookieOf(opened))).toMatchObject({ id, email });
  });

  it('keeps the old password from opening the account when another municipality or the operator gives that address a role', async () => {
    for (const give of [
      inviteElsewhere,
      (email: string) =>
        inviteByOperator(test.db, new Date(), {
          slug: elsewhere,
          email,
          role: 'admin',
          name: 'Uhri',
          department: undefined,
          language: 'fi',
        }),
    ]) {
      const { id, email: before } = await makePerson(test);
      const cookie = cookieOf(await enter(before));
      const email = newAddress();
      await update(id, { version: 1, email });
      await give(email);
      expect(await test.db.membership.count({ where: { userId: id, municipality: { slug: elsewhere } } })).toBe(1);
      expect(await meOf(test, cookie)).toBeNull();
      for (const one of [before, email]) expectProblem(await enter(one), 'sign_in_failed');
      expect(await linksOf(id)).toMatchObject([{ kind: 'invitation' }]);
    }
  });

  it('refuses to change their own address, or that of the last admin who can sign in', async () => {
    expect(refusal(await update(admin.userId, { version: 1, email: newAddress() }))).toEqual([
      ['body.email', 'own_account'],
    ]);
    const second = await signIn(test, { role: 'admin' });
    const answers = await Promise.all([
      update(second.userId, { version: 1, email: newAddress() }),
      update(admin.userId, { version: 1, email: newAddress() }, second),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1);
    const left = { role: 'admin', municipality: { slug }, user: { passwordHash: { not: null } } } as const;
    expect(await test.db.membership.count({ where: left })).toBe(1);
    admin = await signIn(test, { role: 'admin' });
  });

  it('sends a disabled person no link, also not when they are enabled', async () => {
    const { id } = await makePerson(test);
    await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: new Date() } });
    const before = await mailedLinks();
    expect((await update(id, { version: 1, email: newAddress() })).json()).toMatchObject({ state: 'disabled' });
    expect([await linksOf(id), await mailedLinks()]).toEqual([[], before]);
    const on = await ask(test, admin, api.enable, { params: { slug, id }, body: { version: 2 } });
    expect(on.json()).toMatchObject({ state: 'invited', invitedUntil: null });
  });

  it('changes nothing when no mail can be sent', async () => {
    const mute = await startTestApp({ settings: { isDemo: false } });
    const who = await signIn(mute, { role: 'admin' });
    const { id, email } = await makePerson(mute);
    const change = (body: Call<typeof api.update>['body']) =>
      ask(mute, who, api.update, { params: { slug, id }, body });
    expectProblem(await change({ version: 1, email: newAddress() }), 'mail_unavailable');
    const now = await mute.db.user.findUniqueOrThrow({ where: { id } });
    expect([now.email, now.version, now.passwordHash === null]).toEqual([email, 1, false]);
    expect((await change({ version: 1, email, displayName: 'Uusi nimi' })).statusCode).toBe(200);
    await mute.close();
  });
});

describe('when another municipality gives a role while the e-mail address changes', () => {
  const rolesElsewhere = (id: string) =>
    test.db.membership.count({ where: { userId: id, municipality: { slug: elsewhere } } });

  it('gives the role to the account that holds the address afterwards', async () => {
    const { id, email } = await makePerson(test);
    const [moved, invited] = await whilePersonLocked(
      test,
      id,
      () => update(id, { version: 1, email: newAddress() }),
      () => inviteElsewhere(email),
    );
    expect([moved.statusCode, invited.statusCode]).toEqual([200, 200]);
    expect(invited.json<UserRow>().id).not.toBe(id);
    expect(await rolesElsewhere(id)).toBe(0);
  });

  it('refuses to change the address of an account that just became shared', async () => {
    const { id, email } = await makePerson(test);
    const [invited, moved] = await whilePersonLocked(
      test,
      id,
      () => inviteElsewhere(email),
      () => update(id, { version: 1, email: newAddress() }),
    );
    expect(invited.json<UserRow>()).toMatchObject({ id, email });
    expect(refusal(moved)).toEqual([['body.email', 'shared_account']]);
    expect(await test.db.user.findUnique({ where: { id } })).toMatchObject({ email });
  });

  it('gives the operator’s role to the account that holds the address afterwards', async () => {
    const { id, email } = await makePerson(test);
    const invitee = {
      slug: elsewhere,
      email,
      role: 'admin',
      name: 'Uhri',
      department: undefined,
      language: 'fi',
    } as const;
    const [moved] = await whilePersonLocked(
      test,
      id,
      () => update(id, { version: 1, email: newAddress() }),
      () => inviteByOperator(test.db, new Date(), invitee),
    );
    expect(moved.statusCode).toBe(200);
    expect(await rolesElsewhere(id)).toBe(0);
  });
});
