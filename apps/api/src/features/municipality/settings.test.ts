import { maxLogoBytes } from '@vointi/shared/municipality/limits.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@vointi/shared/http/route.ts';
import { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import { settingsApi as api, type Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
let reporter: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
  reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  stranger = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
});
afterAll(() => test.close());

const params = { slug: 'kouvola' };
const get = async () => (await ask(test, admin, api.get, { params })).json<Settings>();
const update = (body: Call<typeof api.update>['body'], who = admin) => ask(test, who, api.update, { params, body });
const setLogo = (version: number, data: Uint8Array | null) =>
  ask(test, admin, api.updateLogo, { params, body: { version, data: data && Buffer.from(data).toString('base64') } });
const logoAt = (url: string, who: SignedIn | null = null) =>
  test.app.inject({ url, ...(who && { headers: who.headers }) });

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 9]);
const webp = Uint8Array.from(Buffer.from('RIFF\0\0\0\0WEBPVP8 '));

let now: Settings;
beforeEach(async () => {
  now = await get();
});

it('are open to the admin of that municipality only', async () => {
  expect(api.get.response.parse(now)).toEqual(now);
  expectProblem(await ask(test, reporter, api.get, { params }), 'forbidden');
  expectProblem(await ask(test, stranger, api.get, { params }), 'not_found');
  expectProblem(await update({ version: now.version, approvalStep: true }, stranger), 'not_found');
  expectProblem(await ask(test, null, api.get, { params }), 'unauthenticated');
  expect(await get()).toEqual(now);
});

it('name the departments without an approver, but no partners', async () => {
  const slugsOf = async () => (await get()).withoutApprover.map(({ slug }) => slug);
  const before = await slugsOf();
  expect(before).toContain('liikuntapalvelut');
  const { userId } = await signIn(test, { role: 'approver', department: 'liikuntapalvelut' });
  expect(await slugsOf()).toEqual(before.filter((slug) => slug !== 'liikuntapalvelut'));
  await test.db.membership.updateMany({ where: { userId }, data: { disabledAt: new Date() } });
  expect(await slugsOf()).toEqual(before);
  const kinds = await test.db.department.findMany({
    where: { slug: { in: before }, municipality: { slug: 'kouvola' } },
  });
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['department', 'working_group']));
});

it('change the given fields, clear with null, and keep the rest', async () => {
  const statement = { fi: 'Kaikki sivut on tarkastettu.' };
  const set = await update({
    version: now.version,
    statement,
    feedbackEmail: 'Palaute@Kouvola.example',
    approvalStep: true,
  });
  expect(set.json()).toEqual({
    ...now,
    statement,
    feedbackEmail: 'palaute@kouvola.example',
    approvalStep: true,
    version: now.version + 1,
  });
  expect((await ask(test, null, api.getPublic, { params })).json()).toEqual({
    slug: 'kouvola',
    name: now.name,
    languages: now.languages,
    statement,
    hasFeedback: true,
    logo: now.logo,
  });
  const cleared = await update({ version: now.version + 1, statement: null, feedbackEmail: null, approvalStep: false });
  expect(cleared.json()).toEqual({ ...now, version: now.version + 2 });
  const [last] = await test.db.auditEntry.findMany({
    where: { action: 'municipality.update' },
    orderBy: { sequence: 'desc' },
  });
  expect(last).toMatchObject({
    actorId: admin.userId,
    before: { approvalStep: true },
    after: { fields: ['approvalStep', 'statement', 'feedbackEmail'], approvalStep: false },
  });
});

it('answer a stale version with 409 and stay', async () => {
  const answers = await Promise.all([true, true].map((approvalStep) => update({ version: now.version, approvalStep })));
  const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
  expect(won?.statusCode).toBe(200);
  if (lost) expect(expectProblem(lost, 'conflict').current).toEqual(won?.json());
});

it('always include Finnish, and each language once', async () => {
  for (const languages of [['sv'], ['fi', 'fi'], [], ['fi', 'de']]) {
    expectProblem(await update({ version: now.version, languages: languages as never }));
  }
  expect((await update({ version: now.version, languages: ['fi', 'sv'] })).json()).toMatchObject({
    languages: ['fi', 'sv'],
  });
});

it('change the name on the board', async () => {
  const name = { fi: 'Kouvolan kaupunki' };
  const board = async () => (await test.app.inject(`${kouvola}/board`)).json<{ municipality: { name: object } }>();
  await board();
  await update({ version: now.version, name });
  await expect.poll(async () => (await board()).municipality.name).toEqual(name);
});

describe('a board for signed-in people', () => {
  beforeAll(async () => {
    await test.app.inject(`${kouvola}/board`);
    await update({ version: (await get()).version, boardAccess: 'signed_in' });
  });
  afterAll(async () => {
    await update({ version: (await get()).version, boardAccess: 'public' });
  });

  const slugsFor = async (who: SignedIn | null) =>
    (await ask(test, who, municipalityApi.list, { query: {} }))
      .json<{ municipalities: { slug: string }[] }>()
      .municipalities.map(({ slug }) => slug);

  it('disappears from public pages at once, and stays for its own people', async () => {
    expectProblem(await test.app.inject(`${kouvola}/board`), 'unauthenticated');
    expectProblem(await test.app.inject({ url: `${kouvola}/board`, headers: stranger.headers }), 'not_found');
    expect((await test.app.inject({ url: `${kouvola}/board`, headers: reporter.headers })).statusCode).toBe(200);
    expect((await test.app.inject(`${esimerkkila}/board`)).statusCode).toBe(200);
  });

  it('is listed for its own people only', async () => {
    expect(await slugsFor(null)).toEqual(['esimerkkila']);
    expect(await slugsFor(stranger)).toEqual(['esimerkkila']);
    expect(await slugsFor(reporter)).toEqual(['esimerkkila', 'kouvola']);
  });

  it('hides the settings and the logo too', async () => {
    await setLogo(now.version, png);
    const { logo } = await get();
    expectProblem(await ask(test, null, api.getPublic, { params }), 'unauthenticated');
    expectProblem(await logoAt(logo ?? ''), 'unauthenticated');
    expectProblem(await logoAt(logo ?? '', stranger), 'not_found');
    const own = await logoAt(logo ?? '', reporter);
    expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'no-store']);
  });
});

describe('the logo', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
  ])('of type %s is recognised by its bytes and served unchanged', async (type, data) => {
    const { logo } = (await setLogo(now.version, data)).json<Settings>();
    const answer = await logoAt(logo ?? '');
    expect(answer.rawPayload).toEqual(Buffer.from(data));
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const former = await logoAt('/api/v1/municipalities/kouvola/logo?v=0000000000000000');
    expect([former.statusCode, former.headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['RIFF that is sound', Buffer.from('RIFF\0\0\0\0WAVE')],
    ['nothing', Buffer.alloc(0)],
    ['a byte too many', Buffer.concat([png, Buffer.alloc(maxLogoBytes - png.length + 1)])],
  ])('refuses %s', async (_what, data) => {
    const { details } = expectProblem(await setLogo(now.version, data), 'invalid_request');
    expect(details).toMatchObject([{ path: 'body.data', reason: 'image_unreadable' }]);
    expect(await get()).toEqual(now);
  });

  it('accepts the largest size, is removed with null, and gets a new address at each change', async () => {
    const large = Buffer.concat([png, Buffer.alloc(maxLogoBytes - png.length)]);
    const set = (await setLogo(now.version, large)).json<Settings>();
    expect(set.logo).not.toBe(now.logo);
    expectProblem(await setLogo(now.version, png), 'conflict');
    expect((await setLogo(set.version, null)).json()).toMatchObject({ logo: null, version: set.version + 1 });
    expectProblem(await logoAt('/api/v1/municipalities/kouvola/logo'), 'not_found');
  });
});
