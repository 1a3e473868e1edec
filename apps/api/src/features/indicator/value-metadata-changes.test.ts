import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import type { Cell } from '@vointi/shared/indicator/manage-contract.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { cell, detailOf, number, write } from './testing.ts';

const slug = 'kirjastokaynnit';
const whole = {
  source: { fi: 'Tilastokeskus', sv: 'Statistikcentralen' },
  sourceId: 'tk:1',
  licence: 'CC BY 4.0',
};
const own = { source: { fi: 'Kaupunki', sv: 'Staden' }, note: { fi: 'Ennakko', sv: 'Preliminär' } };
let test: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
  await test.db.indicator.updateMany({ where: { slug }, data: whole });
});
afterAll(() => test.close());
beforeEach(() => test.db.indicatorValue.deleteMany({ where: { indicator: { slug } } }));

const put = async (more: Partial<Cell>) => {
  const cells = [cell(slug, '2001', number(5), more)];
  const answer = await write(test, coordinator.headers, 'PUT', '/indicator-values', { cells });
  expect(answer.statusCode, answer.body).toBe(200);
};
const previewed = async (file: object) => {
  const answer = await write(test, coordinator.headers, 'POST', '/indicator-imports/preview', {
    format: 'csv',
    indicator: slug,
    ...file,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ImportPreview>();
};
/** Imports a row with these columns and returns the value of 2001. */
async function imported(columns: Record<string, string>, more: object = {}) {
  const text = `jakso;${Object.keys(columns).join(';')}\n2001;${Object.values(columns).join(';')}\n`;
  const { fingerprint } = await previewed({ text, ...more });
  const body = { format: 'csv', indicator: slug, text, ...more, fingerprint, skipRefused: false };
  const answer = await write(test, coordinator.headers, 'POST', '/indicator-imports', body);
  expect(answer.statusCode, answer.body).toBe(200);
  return (await detailOf(test, slug, coordinator.headers)).values.find(({ period }) => period === '2001');
}

describe('the metadata of an imported value', () => {
  it('keeps licence and id beside a source of its own, also when the indicator has the same', async () => {
    const row = { arvo: '5', lähde: 'Kaupunki', lisenssi: whole.licence, 'lähteen tunniste': whole.sourceId };
    const metadata = { source: { fi: 'Kaupunki' }, licence: whole.licence, sourceId: whole.sourceId };
    expect(await imported(row)).toMatchObject(metadata);
    await test.db.indicatorValue.deleteMany({ where: { indicator: { slug } } });
    await put({ source: { fi: 'Toinen' } });
    expect(await imported(row)).toMatchObject(metadata);
    await test.db.indicatorValue.deleteMany({ where: { indicator: { slug } } });
    const { lisenssi, ...without } = row;
    expect(await imported(without, { licence: lisenssi })).toMatchObject(metadata);
  });

  it('inherits from the indicator when the source is the indicator’s, and then changes with it', async () => {
    const row = { arvo: '5', lähde: 'Statistikcentralen', lisenssi: whole.licence, 'lähteen tunniste': 'tk:1' };
    expect(await imported(row)).toMatchObject(whole);
    expect(await test.db.indicatorValue.findFirst({ where: { period: '2001', indicator: { slug } } })).toMatchObject({
      source: null,
      licence: null,
      sourceId: null,
    });
  });

  it('replaces the metadata of the value, also when the indicator has the same', async () => {
    await put({ ...own, licence: 'Oma lupa', sourceId: 'oma:1' });
    const row = { arvo: '5', lisenssi: whole.licence, 'lähteen tunniste': 'tk:1' };
    expect(await imported(row)).toMatchObject({ ...own, licence: whole.licence, sourceId: 'tk:1' });
    expect(await imported({ ...row, lähde: 'Tilastokeskus' })).toMatchObject(whole);
  });
});

describe('a new number', () => {
  it('keeps the translations of an unchanged text, whatever the language of the file', async () => {
    await put(own);
    expect(await imported({ arvo: '6', lähde: 'Kaupunki', huomautus: 'Ennakko' })).toMatchObject({ value: 6, ...own });
    expect(await imported({ arvo: '7', lähde: 'Staden', huomautus: 'Preliminär' })).toMatchObject({ value: 7, ...own });
  });

  it('drops the metadata of the former number when the file has none', async () => {
    await put(own);
    expect(await imported({ arvo: '6' })).toMatchObject({ value: 6, ...whole, note: null });
  });
});

describe('a preview', () => {
  const saidIn = async (text: string) => (await previewed({ text })).changes.map(({ said }) => said);

  it('lists changed metadata beside an unchanged number', async () => {
    await put(own);
    expect(await saidIn('jakso;arvo;tila;lähde;lisenssi\n2001;5;epävarma;Uusi;Oma\n')).toEqual([
      [
        { what: 'source', before: own.source, after: { fi: 'Uusi' } },
        { what: 'licence', before: null, after: 'Oma' },
        { what: 'isUncertain', before: false, after: true },
      ],
    ]);
    expect(await saidIn('jakso;arvo\n2001;6\n')).toEqual([
      [
        { what: 'source', before: own.source, after: whole.source },
        { what: 'note', before: own.note, after: null },
        { what: 'sourceId', before: null, after: whole.sourceId },
        { what: 'licence', before: null, after: whole.licence },
      ],
    ]);
  });

  it('lists for a new value what it does not inherit', async () => {
    expect(await saidIn('jakso;arvo;lähde;huomautus\n2001;5;;\n2002;5;Uusi;noin\n')).toEqual([
      [],
      [
        { what: 'source', before: null, after: { fi: 'Uusi' } },
        { what: 'note', before: null, after: { fi: 'noin' } },
        { what: 'sourceId', before: null, after: null },
        { what: 'licence', before: null, after: null },
      ],
    ]);
  });

  it('names the columns that it does not read', async () => {
    expect((await previewed({ text: 'jakso;arvo;muistiinpano\n2001;5;x\n' })).unread).toEqual([
      { at: 3, heading: 'muistiinpano' },
    ]);
  });
});

it('changes nothing when stored values are imported again, also with a source equal to the indicator’s', async () => {
  await put({ source: whole.source, licence: whole.licence });
  for (const lang of ['fi', 'sv']) {
    const url = `${kouvola}/indicators/${slug}/csv?lang=${lang}`;
    const text = (await test.app.inject({ url, headers: coordinator.headers })).body;
    expect(await previewed({ text })).toMatchObject({ created: 0, changed: 0, unchanged: 1, refused: [] });
  }
});
