import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Board } from '@vointi/shared/plan/contract.ts';
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

it('a board for the signed-in does not tell by its pages what it holds', async () => {
  const where = { slug: 'esimerkkila' };
  await test.db.municipality.update({ where, data: { boardAccess: 'signed_in' } });
  const answer = await test.app.inject('/esimerkkila/2026/measures/ei-ole');
  expect(answer.statusCode).toBe(200);
  expect((await test.app.inject('/esimerkkila/2026')).body).not.toContain('preload');
});
