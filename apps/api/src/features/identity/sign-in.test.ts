import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endSessions } from '../../platform/session.ts';
import { Browser } from '../../testing/browser.ts';
import { startTestProvider, type Account, type TestProvider } from '../../testing/identity-provider.ts';
import { signIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

const product = () => 'http://localhost';
const anna: Account = {
  sub: 'anna-1',
  name: 'Anna Ahola',
  email: 'Anna.Ahola@kouvola.example',
  locale: 'sv-FI',
  groups: ['liikunta', 'kaikki'],
};

let provider: TestProvider;
let test: TestApp;
let municipalityId: string;
let departments: Map<string, string>;
beforeAll(async () => {
  provider = await startTestProvider({ product, account: anna });
  test = await startTestApp({ settings: { identityProvider: provider.settings } });
  ({ id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } }));
  const rows = await test.db.department.findMany({ where: { municipalityId }, select: { id: true, slug: true } });
  departments = new Map(rows.map(({ id, slug }) => [slug, id]));
});
afterAll(async () => {
  await test.close();
  await provider.close();
});
beforeEach(async () => {
  provider.signInAs(anna);
  await map('liikunta', 'reporter', 'liikuntapalvelut');
});
afterEach(async () => {
  await test.db.user.deleteMany();
  await test.db.identityMapping.deleteMany();
  await test.db.rateLimit.deleteMany();
});

const department = (slug: string) => {
  const id = departments.get(slug);
  if (id === undefined) throw new Error(`no department ${slug}`);
  return id;
};
type Role = 'reporter' | 'approver' | 'leader' | 'coordinator' | 'admin';
const map = (value: string, role: Role, slug?: string, claim = 'groups') =>
  test.db.identityMapping.create({
    data: { municipalityId, claim, value, role, departmentId: slug === undefined ? null : department(slug) },
  });
const person = (sub = 'anna-1') =>
  test.db.user.findUnique({
    where: { issuer_subject: { issuer: provider.settings.issuer, subject: sub } },
    include: { memberships: true, sessions: true },
  });
const lastAudit = async (count = 1) =>
  (
    await test.db.auditEntry.findMany({ where: { municipalityId }, orderBy: { sequence: 'desc' }, take: count })
  ).reverse();

describe('a person with a role in the map', () => {
  it('signs in for the first time with the roles of the map, and returns to their page', async () => {
    const browser = new Browser(test);
    const answer = await browser.signInThere('/reporting?department=liikuntapalvelut');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      returnTo: '/reporting?department=liikuntapalvelut',
      session: {
        me: {
          displayName: 'Anna Ahola',
          email: 'anna.ahola@kouvola.example',
          language: 'sv',
          signedInBy: 'identity_provider',
          hasPassword: false,
          municipalities: [{ slug: 'kouvola', roles: ['reporter'], departments: [{ slug: 'liikuntapalvelut' }] }],
        },
        identityProvider: { name: 'Kaupungin tunnus' },
      },
    });
    expect((await browser.ask('GET', '/api/v1/session')).json()).toEqual(answer.json().session);
    expect(await person()).toMatchObject({
      email: null,
      passwordHash: null,
      memberships: [{ source: 'identity_provider' }],
    });
  });

  it('is audited without name, address or token', async () => {
    await new Browser(test).signInThere();
    const { id } = (await person())!;
    const entries = await lastAudit(2);
    expect(entries).toMatchObject([
      {
        action: 'identity.apply',
        subject: `user:${id}`,
        before: { roles: [] },
        after: { roles: [{ role: 'reporter', departmentId: department('liikuntapalvelut') }] },
      },
      { action: 'session.create', actorId: id, after: { method: 'identity_provider' } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ahola|anna-1|eyJ/i);
  });

  it('gets a flow cookie that scripts and other sites cannot use, cleared afterwards', async () => {
    const browser = new Browser(test);
    const begun = await browser.begin();
    expect(begun.headers['set-cookie']).toMatch(
      /^vointi-flow=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const { address } = await browser.visit(begun.json().continueAt);
    await browser.finish(address.search);
    expect(Object.keys(browser.cookies)).toEqual(['vointi']);
  });

  it('is the same account at the next sign-in, with the name of that time', async () => {
    await new Browser(test).signInThere();
    const first = await person();
    provider.signInAs({ ...anna, name: 'Anna Berg', email: 'anna.berg@kouvola.example' });
    await new Browser(test).signInThere();
    expect(await person()).toMatchObject({
      id: first!.id,
      displayName: 'Anna Berg',
      contactEmail: 'anna.berg@kouvola.example',
      version: first!.version + 1,
    });
    expect(await test.db.user.count()).toBe(1);
  });

  it('stays signed in elsewhere when nothing changed', async () => {
    const [phone, desk] = [new Browser(test), new Browser(test)];
    await phone.signInThere();
    await desk.signInThere();
    expect((await phone.ask('GET', '/api/v1/session')).json().me).toMatchObject({ displayName: 'Anna Ahola' });
    expect((await lastAudit(2)).map(({ action }) => action)).toEqual(['session.create', 'session.create']);
  });

  it('loses and gains roles with their groups, and other sessions end', async () => {
    await map('johto', 'leader');
    const [phone, desk] = [new Browser(test), new Browser(test)];
    await phone.signInThere();
    provider.signInAs({ ...anna, groups: 'johto' });
    const answer = await desk.signInThere();
    expect(answer.json().session.me.municipalities).toMatchObject([{ roles: ['leader'], departments: [] }]);
    expect((await phone.ask('GET', '/api/v1/session')).json().me).toBeNull();
    const [applied] = await lastAudit(2);
    expect(applied).toMatchObject({
      before: { roles: [{ role: 'reporter', departmentId: department('liikuntapalvelut') }] },
      after: { roles: [{ role: 'leader', departmentId: null }] },
    });
  });

  it('keeps a role given by an admin, also when the map gives the same', async () => {
    await new Browser(test).signInThere();
    const { id: userId } = (await person())!;
    const held = { userId, municipalityId };
    await test.db.membership.deleteMany({ where: held });
    const departmentId = department('liikuntapalvelut');
    await test.db.membership.createMany({
      data: [
        { ...held, role: 'reporter', departmentId },
        { ...held, role: 'leader' },
      ],
    });
    await new Browser(test).signInThere();
    expect((await person())!.memberships.map(({ role, source }) => `${role} ${source}`).toSorted()).toEqual([
      'leader manual',
      'reporter manual',
    ]);
  });

  it('becomes one account when two tabs return at once', async () => {
    const tabs = [new Browser(test), new Browser(test), new Browser(test)];
    const answers = await Promise.all(tabs.map((tab) => tab.signInThere()));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await test.db.user.count()).toBe(1);
    expect((await person())!.memberships).toHaveLength(1);
  });

  it('ends the session of whoever was signed in with this browser', async () => {
    const browser = new Browser(test);
    await browser.signInThere();
    provider.signInAs({ ...anna, sub: 'berit-2', name: 'Berit' });
    browser.forgetProvider();
    const answer = await browser.signInThere();
    expect(answer.json().session.me.displayName).toBe('Berit');
    expect((await person())!.sessions.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });
});

describe('nobody signs in', () => {
  const refusedFor = async (reason: string, answer: Awaited<ReturnType<Browser['signInThere']>>) => {
    expectProblem(answer, 'no_access');
    expect(await test.db.session.count({ where: { endedAt: null } })).toBe(0);
    expect(await lastAudit()).toMatchObject([{ action: 'session.fail', actorId: null, after: { reason } }]);
  };

  it.each([
    ['without a group', { sub: 'x' }],
    ['with other groups', { sub: 'x', groups: ['Liikunta', 'liikunta ', 'liik', ''] }],
    ['with something that is no list of groups', { sub: 'x', groups: { liikunta: true } }],
  ])('%s, and no account is created', async (_, account) => {
    provider.signInAs(account);
    await refusedFor('no_role', await new Browser(test).signInThere());
    expect(await test.db.user.count()).toBe(0);
  });

  it('as the owner of a local account, by its e-mail address', async () => {
    await signIn(test, { role: 'admin' });
    const { email } = await test.db.user.findFirstOrThrow();
    provider.signInAs({ sub: 'mallory', email, email_verified: true });
    await test.db.session.deleteMany();
    await refusedFor('no_role', await new Browser(test).signInThere());
  });

  it('by a map of another municipality', async () => {
    await test.db.identityMapping.deleteMany();
    const { id } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'esimerkkila' } });
    const of = { claim: 'groups', value: 'liikunta', role: 'admin' } as const;
    await test.db.identityMapping.create({ data: { ...of, municipalityId: id } });
    await refusedFor('no_role', await new Browser(test).signInThere());
  });

  it('once the groups are gone: roles and sessions end too', async () => {
    const phone = new Browser(test);
    await phone.signInThere();
    provider.signInAs({ ...anna, groups: [] });
    await refusedFor('no_role', await new Browser(test).signInThere());
    expect((await phone.ask('GET', '/api/v1/session')).json().me).toBeNull();
    expect((await person())!.memberships).toEqual([]);
  });

  it('while they are disabled, whatever groups they have', async () => {
    await new Browser(test).signInThere();
    const { id: userId } = (await person())!;
    await test.db.membership.updateMany({ where: { userId }, data: { disabledAt: new Date() } });
    await test.db.session.deleteMany();
    await map('johto', 'leader');
    provider.signInAs({ ...anna, groups: ['johto'] });
    await refusedFor('disabled', await new Browser(test).signInThere());
    expect((await person())!.memberships).toMatchObject([{ role: 'reporter', disabledAt: expect.any(Date) }]);
  });

  it('when they are disabled during the sign-in', async () => {
    await new Browser(test).signInThere();
    const { id: userId } = (await person())!;
    const disable = () =>
      test.db.$transaction(async (tx) => {
        await tx.user.update({ where: { id: userId }, data: { version: { increment: 1 } } });
        await tx.membership.updateMany({ where: { userId }, data: { disabledAt: new Date() } });
        await endSessions(tx, new Date(), [userId]);
      });
    for (let round = 0; round < 8; round += 1) {
      await test.db.membership.updateMany({ where: { userId }, data: { disabledAt: null } });
      const browser = new Browser(test);
      const { address } = await browser.visit((await browser.begin()).json().continueAt);
      await Promise.all([browser.finish(address.search), new Promise((r) => setTimeout(r, 6 * round)).then(disable)]);
      expect(await test.db.session.count({ where: { endedAt: null } })).toBe(0);
    }
  });

  it('as a removed person: the provider’s account becomes a new person', async () => {
    await new Browser(test).signInThere();
    const { id } = (await person())!;
    const gone = { issuer: null, subject: null, contactEmail: null, removedAt: new Date(), displayName: 'Poistettu' };
    await test.db.user.update({ where: { id }, data: { ...gone, memberships: { deleteMany: {} } } });
    await new Browser(test).signInThere();
    expect((await person())!.id).not.toBe(id);
  });
});

describe('signing out', () => {
  it('ends the session here, then at the provider, and returns to the front page', async () => {
    const browser = new Browser(test);
    await browser.signInThere();
    const { continueAt } = (await browser.ask('DELETE', '/api/v1/session')).json<{ continueAt: string }>();
    expect((await browser.ask('GET', '/api/v1/session')).json().me).toBeNull();
    expect((await person())!.sessions).toMatchObject([{ idToken: null }]);
    const { page } = await browser.visit(continueAt);
    const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? '';
    const form = new URLSearchParams({ xsrf, logout: 'yes' });
    const { address } = await browser.visit(`${provider.settings.issuer}/session/end/confirm`, form);
    expect(address.href).toBe('http://localhost/');
  });
});
