import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { openRound } from '../../testing/open-round.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let at = new Date('2027-06-01T09:00:00Z');
beforeAll(async () => {
  test = await startTestApp({ now: () => at });
});
afterAll(() => test.close());

const get = (query = '', plan = kouvola) => test.app.inject(`${plan}/board/csv${query}`);
async function rowsOf(query = '', plan = kouvola) {
  const { payload } = await get(query, plan);
  return payload
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}
const board = async (plan: string) => (await test.app.inject(`${plan}/board`)).json<Board>();

describe('the board as a file', () => {
  it('opens in a Finnish spreadsheet', async () => {
    const { headers, payload } = await get();
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="vointi-kouvola-2024.csv"');
    expect(payload.startsWith('\uFEFF')).toBe(true);
    expect(payload.split('\r\n')).toHaveLength(1 + 1 + 89 + 1);
  });

  it('begins with how many have answered, and has a row for each light', async () => {
    const [head, columns, ...rows] = await rowsOf();
    expect(head).toEqual(['Kouvola 2024: Asiakirjasta 83/89.']);
    expect(columns).toEqual([
      'Toimenpide',
      'Tavoite',
      'Vastuutaho',
      'Tilanne',
      'Tarkenne',
      'Kierros',
      'Päivä',
      'Alkuperä',
      'Aiemmalta kierrokselta',
    ]);
    expect(rows).toHaveLength(89);
    const silent = rows.filter(([, , , light]) => light === 'Ei raportoitu');
    expect(silent).toHaveLength(6);
    expect(new Set(silent.map((row) => row.slice(5).join()))).toEqual(new Set([',,,']));
    const given = rows.filter(([, , , light]) => light !== 'Ei raportoitu');
    expect(new Set(given.map((row) => row.slice(5).join()))).toEqual(new Set(['Tilannekatsaus 2024,,Asiakirja,ei']));
  });

  it('tells the day of each light and which are of an earlier round', async () => {
    const { goals } = await board(esimerkkila);
    const lights = goals.flatMap(({ measures }) => measures.flatMap(({ assignments }) => assignments));
    const [, , ...rows] = await rowsOf('', esimerkkila);
    expect(rows.filter((row) => row.at(-1) === 'kyllä')).toHaveLength(lights.filter((one) => one.isCarried).length);
    const days = rows.flatMap((row) => row.at(-3) || []);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter((day) => !/^[1-9]\d?\.[1-9]\d?\.20\d\d$/.test(day))).toEqual([]);
  });

  it('takes the filters and the rounds of the board, and refuses what these do not know', async () => {
    const whole = await rowsOf('', esimerkkila);
    const done = await rowsOf('?status=done', esimerkkila);
    expect(done.length).toBeLessThan(whole.length);
    expect(new Set(done.slice(2).map(([, , , light]) => light))).toEqual(new Set(['Valmis']));
    const [then] = await rowsOf('?round=kevat-2026', esimerkkila);
    expect(then?.[0]).not.toBe(whole[0]?.[0]);
    expectProblem(await get('?goal=ei-ole'), 'unknown_value');
  });

  it('says by Finland’s day whether the last day has passed, in each language', async () => {
    const { planId } = await openRound(test, {
      opensAt: new Date('2027-05-31T21:00:00Z'),
      closesAt: new Date('2027-06-18T21:00:00Z'),
    });
    await test.db.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    await test.db.$executeRaw`select pg_notify('plan_changed', ${planId})`;
    await expect.poll(async () => (await board(kouvola)).round?.state).toBe('open');
    const headIn = async (lang: string) => (await rowsOf(`?lang=${lang}`))[0]?.join(';');
    at = new Date('2027-06-18T20:59:59Z');
    expect(await headIn('fi')).toBe(
      'Kouvola 2024: Kierros Testikierros 2 on auki, viimeinen päivä 18.6.: 0/89 vastattu. Muut valot ovat aiemmilta kierroksilta.',
    );
    expect(await headIn('sv')).toContain('sista dag 18.6: 0/89 besvarade.');
    expect(await headIn('en')).toContain('last day 18 June: 0/89 answered.');
    at = new Date('2027-06-18T21:00:00Z');
    expect(await headIn('fi')).toContain('viimeinen päivä oli 18.6., vastauksia otetaan vielä: 0/89 vastattu.');
  });

  it.each(languages)('says the same as the pages, in %s', (language) => {
    const read = (file: string) =>
      JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, Record<string, string>>;
    const { ages: ofPages, status } = read(`../../../../web/src/locales/${language}/measure.json`);
    const { ages, light } = read(`../../locales/${language}/board-file.json`);
    expect(ofPages).toMatchObject(ages!);
    expect(status).toMatchObject(light!);
  });
});
