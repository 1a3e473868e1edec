import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf } from '@vointi/shared/filter/field.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { boardFields } from '@vointi/shared/plan/filter-fields.ts';
import { facetsOf, noFilter } from '@vointi/shared/plan/filter.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const get = (query = '', headers = {}) => test.app.inject({ url: `${kouvola}/board${query}`, headers });
const board = async (query = '') => (await get(query)).json<Board>();
const counts = async (query: string) => (await board(query)).counts;
const measuresOf = ({ goals }: Board) => goals.flatMap(({ measures }) => measures);

describe("Kouvola's board", () => {
  it.each([
    ['', { total: 59, done: 14, in_progress: 36, not_started: 2, not_reported: 5, mixed: 2 }],
    ['?goal=osallisuus', { total: 13, done: 1, in_progress: 8, not_started: 0, not_reported: 2, mixed: 2 }],
    ['?ageGroup=children_youth', { total: 27, done: 7, in_progress: 17, not_started: 0, not_reported: 2, mixed: 1 }],
    ['?ageGroup=all_ages', { total: 18, done: 3, in_progress: 10, not_started: 1, not_reported: 3, mixed: 1 }],
    ['?ageGroup=unspecified', { total: 14, done: 4, in_progress: 9, not_started: 1, not_reported: 0, mixed: 0 }],
    ['?ageGroup=all_ages&ageGroup=unspecified', { total: 32 }],
    ['?status=mixed', { total: 2, mixed: 2 }],
    ['?status=mixed&status=not_started', { total: 4, mixed: 2, not_started: 2 }],
    ['?isNew=true', { total: 7, not_reported: 5 }],
    ['?isNew=false', { total: 52, not_reported: 0 }],
    ['?ageGroup=children_youth&status=done', { total: 7, done: 7 }],
    ['?status=done&q=zzzz', { total: 0 }],
    ['?q=', { total: 59 }],
  ])('counts of %s', async (query, expected) => {
    expect(await counts(query)).toMatchObject(expected);
  });

  it.each(keysOf(boardFields).filter((key) => key !== 'q'))(
    'with one value of %s shows as many measures as are counted for it',
    async (key) => {
      const whole = await board();
      const facets: Partial<Record<string, Record<string, number>>> = facetsOf(whole, noFilter);
      expect(Object.keys(facets[key] ?? {})).not.toEqual([]);
      for (const [value, count] of Object.entries(facets[key] ?? {})) {
        expect({ value, ...(await counts(`?${key}=${value}`)) }).toMatchObject({ value, total: count });
      }
    },
  );

  it('has four goals: a fifth exists only in the council term', async () => {
    const { goals } = await board();
    expect(goals.map(({ counts: { total } }) => total)).toEqual([32, 13, 4, 10]);
  });

  it('has two mixed measures with a light for each department', async () => {
    const mixed = measuresOf(await board('?status=mixed'));
    const lights = mixed.map(({ assignments }) =>
      assignments.map(({ department, progress }) => `${department} ${progress}`).toSorted(),
    );
    expect(lights).toEqual([
      ['perusopetus null', 'varhaiskasvatus done'],
      ['aluetoimikunnat in_progress', 'nuorisopalvelut done'],
    ]);
  });

  it('finds by text without diacritics, and by department', async () => {
    const found = measuresOf(await board('?q=PAIHDE'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(59);
    const own = measuresOf(await board('?department=nuorisopalvelut&department=perusopetus'));
    const isOwn = (department: string) => ['nuorisopalvelut', 'perusopetus'].includes(department);
    expect(own.every(({ assignments }) => assignments.some(({ department }) => isOwn(department)))).toBe(true);
    expect(own).toHaveLength(
      measuresOf(await board()).filter(({ assignments }) => assignments.some(({ department }) => isOwn(department)))
        .length,
    );
  });

  it.each([
    ['?department=tuntematon', 'query.department', 'nuorisopalvelut'],
    ['?goal=tuntematon', 'query.goal', 'osallisuus'],
    ['?status=green', 'query.status.0', 'in_progress'],
    ['?ageGroup=teens', 'query.ageGroup.0', 'children_youth'],
    ['?isNew=maybe', 'query.isNew', 'true'],
  ])('rejects %s and lists the known values', async (query, path, known) => {
    const { details } = expectProblem(await get(query), 'unknown_value');
    expect(details?.[0]).toMatchObject({ path, allowed: expect.arrayContaining([known]) });
  });

  it('compares with the previous round if there is one', async () => {
    expect((await board()).change).toBeNull();
    const { change, round } = (await test.app.inject(`${esimerkkila}/board`)).json<Board>();
    expect(round?.slug).toBe('syksy-2026');
    expect(Object.values(change ?? {}).reduce((sum, moved) => sum + moved, 0)).toBe(0);
    expect(Object.values(change ?? {}).some((moved) => moved !== 0)).toBe(true);
  });
});

describe('as bytes', () => {
  it.each([
    [undefined, undefined],
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('answers %s with the encoding %s and the same board', async (accepted, encoding) => {
    const plain = (await get()).body;
    const answer = await get('', accepted ? { 'accept-encoding': accepted } : {});
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['vary']).toContain('accept-encoding');
    const raw = answer.rawPayload;
    const text = encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw;
    expect(text.toString()).toBe(plain);
    if (encoding) expect(raw.length).toBeLessThan(plain.length / 4);
  });

  it('answers 304 to its own tag and 200 to another', async () => {
    const { etag } = (await get()).headers;
    const has = async (value: string, query = '') => (await get(query, { 'if-none-match': value })).statusCode;
    const again = await get('', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect(await has(`"x", ${String(etag)}`)).toBe(304);
    expect(await has('*')).toBe(304);
    expect(await has('W/"other"')).toBe(200);
  });

  it('HEAD has the headers of GET and no body', async () => {
    const [head, whole] = [await test.app.inject({ method: 'HEAD', url: `${kouvola}/board` }), await get()];
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', whole.headers.etag]);
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(whole.body)));
  });
});
