import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { planChannel } from '../../platform/live.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { importPlan } from './import.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ checkEveryMs: 2000 });
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());

const read = async (plan: string) => (await test.app.inject(`${plan}/board`)).json<Board>();
const statusOf = async (url: string) => (await test.app.inject(url)).statusCode;
const soon = { timeout: 3000, interval: 50 };
const planId = async (slug: string) => (await test.db.plan.findFirstOrThrow({ where: { municipality: { slug } } })).id;
const touch = async (slug: string, change = {}) =>
  test.db.plan.update({ where: { id: await planId(slug) }, data: { revision: { increment: 1 }, ...change } });

describe('queries', () => {
  it('reads a board in at most three and a cached one in none, whatever its size', async () => {
    const plan = makePlan({
      slug: 'kuormala',
      name: 'Kuormala',
      year: 2026,
      goals: 8,
      measures: 1500,
      departments: 40,
      rounds: 3,
      seed: 5,
    });
    // An app that does not check meanwhile: only the requests ask.
    const own = await startTestApp();
    await importPlan(own.db, PlanFile.parse(plan));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const asked = () => {
      // Other tests' app asks whether its own connection lives.
      const { length } = query.mock.calls.filter(([first]) => (first as unknown) !== 'select 1');
      query.mockClear();
      return length;
    };
    const get = async (address: string) => (await own.app.inject(address)).statusCode;
    const url = '/api/v1/municipalities/kuormala/plans/2026/board';
    expect(await get(url)).toBe(200);
    expect(asked()).toBe(3);
    expect(await get(url)).toBe(200);
    expect(await get(`${url}?status=done`)).toBe(200);
    expect(asked()).toBe(0);
    expect(await get(`${esimerkkila}/board`)).toBe(200);
    expect(asked()).toBe(3);
    await own.close();
  });

  it('reads once for requests that come at the same time', async () => {
    await test.db.$executeRawUnsafe(`notify ${planChannel}, '${await planId('kouvola')}'`);
    await read(kouvola);
    await touch('kouvola');
    await test.db.$executeRawUnsafe(`notify ${planChannel}, '${await planId('kouvola')}'`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await Promise.all(Array.from({ length: 20 }, () => read(kouvola)));
    const boards = query.mock.calls.filter(([first]) => /with answer as/.test((first as { text?: string }).text ?? ''));
    expect(boards).toHaveLength(1);
  });
});

describe('a changed plan', () => {
  it('is in the next response after its notification', async () => {
    const before = await read(kouvola);
    await touch('kouvola', { focus: [{ fi: 'Kaventaminen' }] });
    await test.db.$executeRawUnsafe(`notify ${planChannel}, '${await planId('kouvola')}'`);
    await expect
      .poll(() => read(kouvola), { timeout: 1000, interval: 20 })
      .toMatchObject({
        revision: before.revision + 1,
        focus: [{ fi: 'Kaventaminen' }],
      });
  });

  it('is there within three seconds when the notification was lost, with a new tag', async () => {
    const { etag } = (await test.app.inject(`${kouvola}/board`)).headers;
    const { revision } = await read(kouvola);
    await touch('kouvola');
    await expect.poll(async () => (await read(kouvola)).revision, soon).toBe(revision + 1);
    const again = await test.app.inject({ url: `${kouvola}/board`, headers: { 'if-none-match': String(etag) } });
    expect(again.statusCode).toBe(200);
  });

  it.each([
    [
      'a plan made a draft',
      'not_found',
      () => touch('esimerkkila', { status: 'draft' }),
      () => touch('esimerkkila', { status: 'published' }),
    ],
    [
      'a board closed to the public',
      'unauthenticated',
      () => test.db.municipality.update({ where: { slug: 'esimerkkila' }, data: { boardAccess: 'signed_in' } }),
      () => test.db.municipality.update({ where: { slug: 'esimerkkila' }, data: { boardAccess: 'public' } }),
    ],
  ] as const)('%s is %s, and so is everything in it', async (_name, code, hide, show) => {
    expect(await statusOf(`${esimerkkila}/board`)).toBe(200);
    await hide();
    await expect.poll(() => statusOf(`${esimerkkila}/board`), soon).toBe(code === 'not_found' ? 404 : 401);
    for (const part of ['term', 'findings', 'goals/liikkuva-arki']) {
      expectProblem(await test.app.inject(`${esimerkkila}/${part}`), code);
    }
    const { municipalities } = (await test.app.inject('/api/v1/municipalities')).json<{
      municipalities: { slug: string }[];
    }>();
    expect(municipalities.map(({ slug }) => slug)).not.toContain('esimerkkila');
    await show();
    await expect.poll(() => statusOf(`${esimerkkila}/board`), soon).toBe(200);
  });
});

it('serves the last board and says so while the database does not answer', async () => {
  const own = await startTestApp({ checkEveryMs: 200 });
  const ask = (url: string) => own.app.inject(url);
  const before = await ask(`${kouvola}/board`);
  expect(before.headers['vointi-stale-since']).toBeUndefined();
  expect((await ask('/readyz')).statusCode).toBe(200);

  const shutAt = Date.now();
  await own.databaseProxy.shut();
  await expect.poll(async () => (await ask('/readyz')).statusCode, soon).toBe(503);
  const stale = await ask(`${kouvola}/board`);
  expect([stale.statusCode, stale.body]).toEqual([200, before.body]);
  const since = Date.parse(String(stale.headers['vointi-stale-since']));
  expect(since).toBeGreaterThanOrEqual(shutAt - 5);
  expect(since).toBeLessThanOrEqual(Date.now());
  const narrowed = await ask(`${kouvola}/board?status=done`);
  expect(narrowed.headers['vointi-stale-since']).toBe(stale.headers['vointi-stale-since']);
  expect(narrowed.json<Board>().counts.total).toBe(14);
  expect((await ask('/healthz')).statusCode).toBe(200);
  expectProblem(await ask(`${esimerkkila}/board`), 'unavailable');
  expectProblem(await ask('/api/v1/municipalities'), 'unavailable');
  expectProblem(await ask(`${kouvola}/term`), 'unavailable');

  await own.db.plan.updateMany({ data: { revision: { increment: 1 } } });
  await own.databaseProxy.open();
  await expect.poll(async () => (await ask('/readyz')).statusCode, { timeout: 5000, interval: 50 }).toBe(200);
  const fresh = await ask(`${kouvola}/board`);
  expect(fresh.headers['vointi-stale-since']).toBeUndefined();
  expect(fresh.json<Board>().revision).toBe(before.json<Board>().revision + 1);
  await own.close();
});

it('keeps an idle app running when the database goes away', async () => {
  const own = await startTestApp({ checkEveryMs: 100 });
  for (let round = 0; round < 3; round += 1) {
    await own.databaseProxy.shut();
    await expect.poll(async () => (await own.app.inject('/readyz')).statusCode, soon).toBe(503);
    await own.databaseProxy.open();
    await expect.poll(async () => (await own.app.inject('/readyz')).statusCode, soon).toBe(200);
  }
  await own.close();
});
