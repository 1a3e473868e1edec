import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditApi } from '@vointi/shared/audit/contract.ts';
import { codeAlphabet } from '@vointi/shared/display/code.ts';
import { displayApi, type DisplayRow, type OwnDisplay, screenApi } from '@vointi/shared/display/contract.ts';
import type { Problem } from '@vointi/shared/http/problem.ts';
import { hashOf } from '../../platform/session.ts';
import { ask } from '../../testing/ask.ts';
import { askAs, pairScreen, showCode } from '../../testing/pair-screen.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
let clock = Date.parse('2026-11-24T08:00:00Z');
const now = () => new Date(clock);
const minute = 60_000;

beforeAll(async () => {
  test = await startTestApp({ now });
});
afterAll(() => test.close());
beforeEach(async () => {
  // Limits count by address and by account, so each test starts without counts.
  await test.db.rateLimit.deleteMany();
  admin = await signIn(test, { role: 'admin', at: now() });
});

const params = { slug: 'kouvola' };
let rooms = 0;
const room = () => `Kabinetti ${(rooms += 1)}`;
const confirm = (code: string, more: object = {}, who = admin) =>
  ask(test, who, displayApi.create, { params, body: { code, room: room(), ...more } });
const claim = (screen: { headers: Record<string, string> }) =>
  test.app.inject({ method: 'POST', url: '/api/v1/display/pairing/claim', headers: screen.headers });
const reasonOf = (answer: { json: () => unknown }) =>
  (answer.json() as Problem).details?.map(({ path, reason }) => [path, reason]);
const tokenOf = ({ headers }: { headers: { cookie: string } }) => headers.cookie.split('=')[1] ?? '';

describe('a code', () => {
  it('makes the browser that shows it a screen, once an admin confirms it', async () => {
    const screen = await showCode(test);
    expect(screen.code).toMatch(new RegExp(`^[${codeAlphabet}]{8}$`));
    expect((await claim(screen)).json()).toEqual({
      state: 'pending',
      code: screen.code,
      expiresAt: new Date(clock + 10 * minute).toISOString(),
      now: now().toISOString(),
    });
    expectProblem(await askAs(test, screen, 'GET', '/api/v1/display'), 'unauthenticated');
    // People type spaces, small letters and a hyphen.
    const typedCode = ` ${screen.code.slice(0, 4).toLowerCase()}-${screen.code.slice(4)} `;
    const confirmed = await confirm(typedCode, { room: 'Valtuustosali' });
    expect(confirmed.json<DisplayRow>()).toMatchObject({
      room: 'Valtuustosali',
      settings: defaultSettings,
      state: 'waiting',
      version: 1,
      can: { edit: true, present: true },
    });
    const claimed = await claim(screen);
    expect(claimed.json()).toEqual({ state: 'paired' });
    expect(claimed.headers['set-cookie']).toMatch(/^vointi-screen=.*Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax/);
    const own = await askAs(test, screen, 'GET', '/api/v1/display');
    expect(own.json<OwnDisplay>()).toMatchObject({
      room: 'Valtuustosali',
      municipality: { slug: 'kouvola', name: { fi: 'Kouvola' } },
      settings: defaultSettings,
      version: 1,
      year: 2024,
      now: now().toISOString(),
      build: null,
      presenter: { sequence: 0, at: null },
    });
    // Each visit renews the cookie.
    expect(own.headers['set-cookie']).toMatch(/Max-Age=34560000/);
  });

  it('sends the token only in a cookie, and stores only its hash', async () => {
    const answer = await ask(test, null, screenApi.createPairing);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^vointi-screen=[\w-]{43}; Max-Age=1200; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = tokenOf({ headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(answer.body).not.toContain(token);
    const { count } = await test.db.displayPairing.deleteMany({ where: { tokenHash: hashOf(token) } });
    expect(count).toBe(1);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('uses a __Host- cookie over https', async () => {
    const own = await startTestApp({ settings: { publicUrl: 'https://vointi.example' } });
    const headers = { origin: 'https://vointi.example' };
    const { headers: answerHeaders } = await own.app.inject({
      method: 'POST',
      url: '/api/v1/display/pairing',
      headers,
    });
    expect(answerHeaders['set-cookie']).toMatch(/^__Host-vointi-screen=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await own.close();
  });

  it('stays the same when a screen asks again, and differs between screens', async () => {
    const screen = await showCode(test);
    const again = await askAs(test, screen, 'POST', '/api/v1/display/pairing');
    expect(again.json()).toMatchObject({ state: 'pending', code: screen.code });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect((await showCode(test)).code).not.toBe(screen.code);
  });

  it('expires after ten minutes', async () => {
    const screen = await showCode(test);
    clock += 10 * minute;
    expect(reasonOf(await confirm(screen.code))).toEqual([['body.code', 'code_unknown']]);
    expect((await claim(screen)).json()).toEqual({ state: 'none' });
    expect((await askAs(test, screen, 'POST', '/api/v1/display/pairing')).json<{ code: string }>().code).not.toBe(
      screen.code,
    );
  });

  it('works once, even when two municipalities confirm it at the same moment', async () => {
    const { code } = await showCode(test);
    const other = await signIn(test, { role: 'admin', slug: 'esimerkkila', at: now() });
    const answers = await Promise.all([
      confirm(code),
      ask(test, other, displayApi.create, { params: { slug: 'esimerkkila' }, body: { code, room: 'Sali' } }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 400]);
    expect(reasonOf(await confirm(code))).toEqual([['body.code', 'code_unknown']]);
  });

  it('requires a second confirmation for a screen in another network', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/display/pairing',
      headers: { origin: 'http://localhost:80' },
      remoteAddress: '203.0.113.9',
    });
    const { code } = answer.json<{ code: string }>();
    const stored = await test.db.displayPairing.findUniqueOrThrow({ where: { code } });
    expect(stored.network).not.toContain('203.0.113');
    expect(reasonOf(await confirm(code))).toEqual([['body.code', 'screen_elsewhere']]);
    expect(reasonOf(await confirm(code, { isSeen: false }))).toEqual([['body.code', 'screen_elsewhere']]);
    expect((await confirm(code, { isSeen: true })).statusCode).toBe(200);
    const { code: near } = await showCode(test);
    expect((await confirm(near)).statusCode).toBe(200);
  });

  it('stops guessing: after twenty wrong codes even a right one is refused for a while', async () => {
    const { code } = await showCode(test);
    for (let tried = 0; tried < 20; tried += 1) {
      expect(reasonOf(await confirm(`${String(tried).padStart(2, '2').replaceAll(/[01]/g, '9')}ABCDEF`))).toEqual([
        ['body.code', 'code_unknown'],
      ]);
    }
    expect(expectProblem(await confirm(code), 'too_many_requests').retryAfter).toBeGreaterThan(0);
    // A colleague can still confirm, and right codes do not count.
    const colleague = await signIn(test, { role: 'admin', at: now() });
    expect((await confirm(code, {}, colleague)).statusCode).toBe(200);
    for (let paired = 0; paired < 21; paired += 1) {
      expect((await confirm((await showCode(test)).code, {}, colleague)).statusCode).toBe(200);
    }
  });

  it.each(['', 'ABCD234', 'ABCD23456', 'ABCD2340', 'ABCD234I', 'ÄBCD2345', '<script>'])('refuses %j', async (code) => {
    expect(expectProblem(await confirm(code), 'invalid_request').details?.[0]?.path).toBe('body.code');
  });

  it('limits codes by address and in all', async () => {
    for (let made = 0; made < 60; made += 1) await showCode(test);
    expectProblem(await ask(test, null, screenApi.createPairing), 'too_many_requests');
    await test.db.rateLimit.deleteMany();
    const waiting = await test.db.displayPairing.count();
    await test.db.$executeRaw`
      insert into "DisplayPairing" (id, code, "tokenHash", "createdAt", "expiresAt")
      select gen_random_uuid(), translate(lpad(n::text, 8, '0'), '01', 'AB'), sha256(n::text::bytea), ${now()}, ${new Date(clock + minute)}
      from generate_series(1, ${1000 - waiting}::int) as n`;
    expect(expectProblem(await ask(test, null, screenApi.createPairing), 'too_many_requests').retryAfter).toBe(60);
    clock += minute;
    expect((await ask(test, null, screenApi.createPairing)).statusCode).toBe(200);
    clock += 10 * minute;
    await showCode(test);
    expect(await test.db.displayPairing.count()).toBe(1);
  });
});

describe('a room', () => {
  it('lists rooms for presenters with the time last seen, and lets only the admin edit them', async () => {
    const { display, ...screen } = await pairScreen(test, admin);
    await askAs(test, screen, 'GET', '/api/v1/display');
    const listed = async (who: SignedIn) =>
      (await ask(test, who, displayApi.list, { params }))
        .json<{ displays: DisplayRow[] }>()
        .displays.find(({ id }) => id === display.id);
    expect(await listed(admin)).toMatchObject({ state: 'live', lastSeenAt: now().toISOString() });
    const leader = await signIn(test, { role: 'leader', at: now() });
    expect(await listed(leader)).toMatchObject({ can: { edit: false, present: true } });
    const one = await ask(test, leader, displayApi.get, { params: { ...params, id: display.id } });
    expect(one.json()).toEqual(await listed(leader));
    clock += 2 * minute + 1;
    expect(await listed(admin)).toMatchObject({ state: 'silent' });
    expect(JSON.stringify(await listed(admin))).not.toContain('oken');
  });

  it('changes one field at a time, and refuses a stale version', async () => {
    const { display, ...screen } = await pairScreen(test, admin);
    const key = { ...params, id: display.id };
    const change = (body: object) => ask(test, admin, displayApi.update, { params: key, body } as never);
    const night = { from: '22:00', to: '06:30' };
    const first = await change({ version: 1, night, scenes: ['late', 'plan'] });
    expect(first.json<DisplayRow>()).toMatchObject({
      room: display.room,
      version: 2,
      settings: { ...defaultSettings, night, scenes: ['late', 'plan'] },
    });
    expect((await change({ version: 2, night: null, year: 2024 })).json<DisplayRow>().settings).toEqual({
      ...defaultSettings,
      scenes: ['late', 'plan'],
      year: 2024,
    });
    const late = await change({ version: 2, language: 'sv' });
    expect(expectProblem(late, 'conflict').current).toMatchObject({ version: 3, settings: { language: 'fi' } });
    expect((await askAs(test, screen, 'GET', '/api/v1/display')).json()).toMatchObject({ version: 3, year: 2024 });
  });

  it.each([
    [{ seconds: 9 }, 'body.seconds'],
    [{ seconds: 121 }, 'body.seconds'],
    [{ scenes: [] }, 'body.scenes'],
    [{ scenes: ['plan', 'plan'] }, 'body.scenes'],
    [{ night: { from: '24:00', to: '06:00' } }, 'body.night.from'],
    [{ year: 2019 }, 'body.year'],
  ])('refuses %j by its field', async (change, path) => {
    const { display } = await pairScreen(test, admin);
    const body = { version: 1, ...change };
    const answer = await ask(test, admin, displayApi.update, { params: { ...params, id: display.id }, body } as never);
    expect(expectProblem(answer).details?.map((one) => one.path)).toEqual([path]);
  });

  it('has a unique name, which is free again once it is revoked', async () => {
    const { display } = await pairScreen(test, admin);
    const name = display.room.toUpperCase();
    expect(reasonOf(await confirm((await showCode(test)).code, { room: name }))).toEqual([['body.room', 'room_taken']]);
    const other = await pairScreen(test, admin);
    const rename = await ask(test, admin, displayApi.update, {
      params: { ...params, id: other.display.id },
      body: { version: 1, room: name },
    });
    expect(reasonOf(rename)).toEqual([['body.room', 'room_taken']]);
    await ask(test, admin, displayApi.delete, { params: { ...params, id: display.id } });
    expect((await confirm((await showCode(test)).code, { room: name })).statusCode).toBe(200);
  });

  it('shows the newest published plan, that of its year, or none', async () => {
    const { display, ...screen } = await pairScreen(test, admin);
    const year = async () => (await askAs(test, screen, 'GET', '/api/v1/display')).json<OwnDisplay>().year;
    expect(await year()).toBe(2024);
    const where = { municipality: { slug: 'kouvola' } };
    await test.db.plan.updateMany({ where, data: { status: 'draft' } });
    expect(await year()).toBeNull();
    await test.db.plan.updateMany({ where, data: { status: 'published' } });
    const answer = await confirm((await showCode(test)).code, { settings: { ...defaultSettings, year: 2019 } });
    expect(reasonOf(answer)).toEqual([['body.settings.year', 'plan_unknown']]);
    expect(display.settings.year).toBeNull();
  });

  it('opens nothing once it is revoked, and can be paired again', async () => {
    await test.db.municipality.update({ where: { slug: 'kouvola' }, data: { boardAccess: 'signed_in' } });
    const { display, ...screen } = await pairScreen(test, admin);
    const statuses = async () =>
      Promise.all(
        [`${kouvola}/board`, `${kouvola}/screen`, '/api/v1/municipalities/kouvola/events', '/api/v1/display'].map(
          async (url) => {
            const answer = await test.app.inject({ url, headers: screen.headers, payloadAsStream: true });
            answer.stream().destroy();
            return answer.statusCode;
          },
        ),
      );
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    const key = { ...params, id: display.id };
    expect((await ask(test, admin, displayApi.delete, { params: key })).json()).toEqual({ done: true });
    expect(await statuses()).toEqual([401, 401, 401, 401]);
    expectProblem(await ask(test, admin, displayApi.delete, { params: key }), 'not_found');
    expectProblem(await ask(test, admin, displayApi.get, { params: key }), 'not_found');
    expect((await claim(screen)).json()).toEqual({ state: 'none' });
    expect((await askAs(test, screen, 'POST', '/api/v1/display/pairing')).json()).toMatchObject({ state: 'pending' });
    await test.db.municipality.update({ where: { slug: 'kouvola' }, data: { boardAccess: 'public' } });
  });

  it('stays a screen while a person has signed in at it, and reads nothing of another municipality', async () => {
    const { display, ...screen } = await pairScreen(test, admin);
    const headers = { cookie: `${screen.headers.cookie}; ${admin.headers.cookie}` };
    const own = await test.app.inject({ url: '/api/v1/display', headers });
    expect(own.json<OwnDisplay>().id).toBe(display.id);
    // The screen reads a board that the signed-in person cannot read: their municipality is another one.
    const { headers: elsewhere } = await signIn(test, { role: 'leader', slug: 'esimerkkila', at: now() });
    const both = { cookie: `${screen.headers.cookie}; ${elsewhere.cookie}` };
    const setAccess = (boardAccess: 'public' | 'signed_in') =>
      test.db.municipality.update({ where: { slug: 'kouvola' }, data: { boardAccess } });
    await setAccess('signed_in');
    for (const part of ['board', 'screen', 'screen/measures/liikkuva-koulu', 'history', 'findings']) {
      expect([part, (await test.app.inject({ url: `${kouvola}/${part}`, headers: both })).statusCode]).toEqual([
        part,
        200,
      ]);
    }
    await setAccess('public');
    // Actions that need a person still use the person's session.
    expect((await test.app.inject({ url: '/api/v1/municipalities/kouvola/displays', headers })).statusCode).toBe(200);
    const other = '/api/v1/municipalities/esimerkkila/plans/2026/screen';
    expect((await test.app.inject({ url: other, headers: screen.headers })).statusCode).toBe(404);
    expect((await test.app.inject({ url: other, headers })).statusCode).toBe(200);
  });

  it('answers another municipality with 404', async () => {
    const { display } = await pairScreen(test, admin);
    const other = await signIn(test, { role: 'admin', slug: 'esimerkkila', at: now() });
    const key = { slug: 'esimerkkila', id: display.id };
    expectProblem(await ask(test, other, displayApi.get, { params: key }), 'not_found');
    expectProblem(
      await ask(test, other, displayApi.update, { params: key, body: { version: 1, seconds: 30 } }),
      'not_found',
    );
    expectProblem(await ask(test, other, displayApi.delete, { params: key }), 'not_found');
    expectProblem(await ask(test, other, displayApi.command, { params: key, body: { do: 'next' } }), 'not_found');
    const { displays } = (await ask(test, other, displayApi.list, { params: key })).json<{ displays: DisplayRow[] }>();
    expect(displays.map(({ id }) => id)).not.toContain(display.id);
  });

  it('writes to the audit log who did what, with the room’s id and without its name', async () => {
    const { display } = await pairScreen(test, admin);
    const key = { ...params, id: display.id };
    await ask(test, admin, displayApi.update, {
      params: key,
      body: { version: 1, room: 'Salainen huone', seconds: 30 },
    });
    await ask(test, admin, displayApi.delete, { params: key });
    const entries = await test.db.auditEntry.findMany({
      where: { subject: `display:${display.id}` },
      orderBy: { sequence: 'asc' },
    });
    expect(entries).toMatchObject([
      { action: 'display.create', actorId: admin.userId, after: { seconds: 20, theme: 'dark' } },
      { action: 'display.update', before: { version: 1 }, after: { version: 2, seconds: 30, isRenamed: true } },
      { action: 'display.delete', actorId: admin.userId },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Salainen|Huone/);
    // The log shows the current name.
    const read = await ask(test, admin, auditApi.list, { params, query: { subject: `display:${display.id}` } });
    expect(read.json()).toMatchObject({ entries: Array(3).fill({ subjectName: 'Salainen huone' }) });
  });

  it('refuses more than two hundred', async () => {
    const { id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'esimerkkila' } });
    await test.db.$executeRaw`
      insert into "Display" (id, "municipalityId", room, "tokenHash")
      select gen_random_uuid(), ${municipalityId}::uuid, 'Huone ' || n, sha256(n::text::bytea) from generate_series(1, 200) as n`;
    const other = await signIn(test, { role: 'admin', slug: 'esimerkkila', at: now() });
    const body = { code: (await showCode(test)).code, room: 'Yksi liikaa' };
    const answer = await ask(test, other, displayApi.create, { params: { slug: 'esimerkkila' }, body });
    expect(reasonOf(answer)).toEqual([['body.room', 'rooms_too_many']]);
  });
});
