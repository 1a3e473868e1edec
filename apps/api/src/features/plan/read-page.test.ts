import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { Route } from '@vointi/shared/http/route.ts';
import { contractsOfApp, pathOf, samples } from '../../testing/samples.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let webRoot: string;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'vointi-web-'));
  writeFileSync(join(webRoot, 'index.html'), '<html><head></head></html>');
  test = await startTestApp({ webRoot });
});
afterAll(async () => {
  await test.close();
  rmSync(webRoot, { recursive: true });
});

const statusOf = async (path: string) => (await test.app.inject(`/kouvola/2024${path}`)).statusCode;

it.each([
  ['', 200],
  ['/', 200],
  ['/term', 200],
  ['/findings/', 200],
  ['/measures/liikkuva-koulu', 200],
  ['/goals/osallisuus', 200],
  // Has rows of the council term only.
  ['/goals/maakunnallinen-yhteistyo', 200],
  ['/departments/nuorisopalvelut', 200],
  ['/measures/ei-ole', 404],
  ['/measures/osallisuus', 404],
  ['/goals/nuorisopalvelut', 404],
  ['/departments/ei-ole', 404],
  ['/measures', 404],
  ['/measures/liikkuva-koulu/x', 404],
  ['/goals/%00', 404],
  ['/ei', 404],
])('the page /kouvola/2024%s answers %i', async (path, status) => {
  expect(await statusOf(path)).toBe(status);
});

it('a measure is also found by its id', async () => {
  const board = (await test.app.inject(`${kouvola}/board`)).json<Board>();
  expect(await statusOf(`/measures/${board.goals[0]?.measures[0]?.id}`)).toBe(200);
});

describe('a board for the signed-in', () => {
  beforeAll(async () => {
    await test.db.municipality.update({ where: { slug: 'esimerkkila' }, data: { boardAccess: 'signed_in' } });
  });
  /** All that somebody without a session can tell two answers apart by. */
  const seenAt = async (url: string, method: Route['method'] = 'GET') => {
    const origin = 'http://localhost:80';
    const { statusCode, headers, body } = await test.app.inject({ url, method, headers: { origin } });
    const { date: _date, ...others } = headers;
    return { statusCode, headers: others, body: body.replace(/"requestId":"[^"]+"/, '') };
  };

  it.each(['', '/', '/term', '/findings', '/measures/ei-ole', '/departments/ei-ole', '/goals/ei-ole', '/ei'])(
    'tells by no page %s which years there are, or what is in them',
    async (rest) => {
      const there = await seenAt(`/esimerkkila/2026${rest}`);
      expect(there.statusCode).toBe(200);
      expect(there.body).not.toContain('preload');
      for (const year of [2024, 2025, 2099]) expect(await seenAt(`/esimerkkila/${year}${rest}`)).toEqual(there);
    },
  );

  it('tells it by no answer of the API either', async () => {
    const inYear = (await contractsOfApp()).filter(
      ({ method, path }) => method === 'GET' && path.includes('/:slug/plans/:year'),
    );
    expect(inYear.length).toBeGreaterThan(5);
    for (const contract of inYear) {
      const ofYear = (year: string) =>
        seenAt(pathOf(contract, { ...samples, slug: 'esimerkkila', year }), contract.method);
      const there = await ofYear('2026');
      expect([contract.path, there.statusCode]).toEqual([contract.path, 401]);
      expect(await ofYear('2099')).toEqual(there);
    }
  });

  it('of a municipality that is not there is not there', async () => {
    expect((await seenAt('/ei-ole/2026')).statusCode).toBe(404);
    expect((await seenAt('/api/v1/municipalities/ei-ole/plans/2026/board')).statusCode).toBe(404);
  });
});
