import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import { contentsOf } from '../../testing/plan-contents.ts';
import { whileLocked } from '../../testing/while-locked.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { cell, detailOf, number, write } from './testing.ts';
import { maxValues } from '@vointi/shared/indicator/limits.ts';

let test: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());

type File = { format?: 'csv' | 'json_stat'; text: string; indicator?: string; source?: object; licence?: string };
const preview = (file: File) =>
  write(test, coordinator.headers, 'POST', '/indicator-imports/preview', { format: 'csv', ...file });
const previewed = async (file: File) => {
  const answer = await preview(file);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ImportPreview>();
};
const take = (file: File, { fingerprint }: Pick<ImportPreview, 'fingerprint'>, skipRefused = false) =>
  write(test, coordinator.headers, 'POST', '/indicator-imports', { format: 'csv', ...file, fingerprint, skipRefused });
const valuesOf = async (slug: string, period: string) =>
  (await detailOf(test, slug, coordinator.headers)).values.filter((value) => value.period === period);

const bad = [
  'mittari;jakso;ikäryhmä;sukupuoli;alue;arvo;tila;lähde;huomautus',
  'kirjastokaynnit;2019;;;;650 000;;;',
  'kirjastokaynnit;2020;;;;500 000,5;;;',
  'ei-ole;2020;;;;1;;;',
  'kirjastokaynnit;kevät;;;;1;;;',
  'kirjastokaynnit;2021;vauvat;;;1;;;',
  'kirjastokaynnit;2021;;muut;;1;;;',
  'kirjastokaynnit;2021;;;Kuu;1;;;',
  'kirjastokaynnit;2021;;;;;;;',
  'kirjastokaynnit;2021;;;;3;puuttuu;;',
  'kirjastokaynnit;2021;;;;;salattu;;',
  'kirjastokaynnit;2021;;;;Entre 200 et 500;;;',
  'kirjastokaynnit;2021;;;;2.050;;;',
  'kirjastokaynnit;2019;;;;1;;;',
  'kirjastokaynnit;2023;;;;;puuttuu;;ei laskettu',
  'Työttömyysaste, vuosi;2022;;;koko maa;10,7 %;epävarma;Ennakko;',
].join('\r\n');

describe('a CSV file', () => {
  it('previews refused rows with column and reason, and the changes of the others, and writes nothing', async () => {
    const before = await contentsOf(test.db);
    const seen = await previewed({ text: bad });
    expect(seen).toMatchObject({ rows: 15, created: 3, changed: 0, unchanged: 0 });
    expect(seen.refused.map(({ row, column, reason, given }) => [row, column, reason, given])).toEqual([
      [3, 'value', 'too_many_decimals', '500 000,5'],
      [4, 'indicator', 'indicator_unknown', 'ei-ole'],
      [5, 'period', 'period_unknown', 'kevät'],
      [6, 'ageGroup', 'age_group_unknown', 'vauvat'],
      [7, 'sex', 'sex_unknown', 'muut'],
      [8, 'area', 'area_unknown', 'Kuu'],
      [9, 'value', 'value_absent', ''],
      [10, 'state', 'value_and_state', '3'],
      [11, 'value', 'value_hidden', ''],
      [12, 'value', 'not_a_number', 'Entre 200 et 500'],
      [13, 'value', 'ambiguous', '2.050'],
      [14, null, 'twice_in_file', '2019'],
    ]);
    expect(
      seen.changes.map(({ row, indicator, period, area, after }) => [row, indicator.slug, period, area, after]),
    ).toEqual([
      [2, 'kirjastokaynnit', '2019', 'municipality', { kind: 'number', value: 650_000 }],
      [15, 'kirjastokaynnit', '2023', 'municipality', { kind: 'missing' }],
      [16, 'tyottomyysaste-vuosi', '2022', 'country', { kind: 'number', value: 10.7 }],
    ]);
    expect(await contentsOf(test.db)).toEqual(before);
  });

  it('refuses a file with refused rows unless they are skipped', async () => {
    const seen = await previewed({ text: bad });
    const before = await contentsOf(test.db);
    expect(expectProblem(await take({ text: bad }, seen), 'invalid_request').details?.[0]?.reason).toBe(
      'import_refused',
    );
    expect(await contentsOf(test.db)).toEqual(before);
    const taken = await take({ text: bad }, seen, true);
    expect(taken.json()).toEqual({ created: 3, changed: 0, unchanged: 0, skipped: 12 });
    expect(await valuesOf('kirjastokaynnit', '2023')).toMatchObject([{ kind: 'missing', note: { fi: 'ei laskettu' } }]);
    expect(await valuesOf('tyottomyysaste-vuosi', '2022')).toMatchObject([
      { value: 10.7, area: 'country', isUncertain: true, source: { fi: 'Ennakko' } },
    ]);
    const [entry] = await test.db.auditEntry.findMany({ where: { action: 'indicator.import' } });
    expect(entry?.after).toMatchObject({ format: 'csv', created: 3, skipped: 12 });
  });

  it('answers with a new preview when values have changed since the first', async () => {
    const file = { text: 'jakso;arvo\n2018;1\n2019;2\n', indicator: 'syntyneet' };
    const seen = await previewed(file);
    expect(seen).toMatchObject({ created: 0, changed: 2 });
    const stored = (await valuesOf('syntyneet', '2018'))[0];
    await write(test, coordinator.headers, 'PUT', '/indicator-values', {
      cells: [cell('syntyneet', '2018', number(549), { version: stored?.version ?? 0 })],
    });
    const { current } = expectProblem(await take(file, seen), 'conflict');
    expect(current).toMatchObject({ changed: 2, changes: [{ before: { value: 549 } }, { before: { value: 548 } }] });
    expect(await valuesOf('syntyneet', '2019')).toMatchObject([{ value: 548 }]);
    const taken = await take(file, current as ImportPreview);
    expect(taken.json()).toMatchObject({ changed: 2 });
    expect(await valuesOf('syntyneet', '2019')).toMatchObject([{ value: 2 }]);
  });

  it('answers with a new preview and writes nothing when another write comes first', async () => {
    const file = { text: 'jakso;arvo\n2016;1\n2017;2\n', indicator: 'kuolleet' };
    const seen = await previewed({ text: 'jakso;arvo\n2016;10\n2017;20\n', indicator: 'kuolleet' });
    await take({ text: 'jakso;arvo\n2016;10\n2017;20\n', indicator: 'kuolleet' }, seen);
    const [answer] = await whileLocked(
      test,
      (tx) => tx.$executeRaw`
        update "IndicatorValue" v set number = 21, version = v.version + 1 from "Indicator" i
        where i.id = v."indicatorId" and i.slug = 'kuolleet' and v.period = '2017' and v.area = 'municipality'
          and v.sex is null`,
      async () => take(file, await previewed(file)),
    );
    const { current } = expectProblem(answer, 'conflict');
    expect(current).toMatchObject({
      changed: 2,
      unchanged: 0,
      changes: [{ before: { value: 10 } }, { before: { value: 21 } }],
    });
    expect((await take(file, current as ImportPreview)).json()).toMatchObject({ changed: 2 });
  });

  it('reads tabs or commas, Swedish or English, and indicators by name', async () => {
    const tabs = await previewed({ text: 'indikator\tperiod\tkön\tvärde\nDöda\t2020\tkvinnor\t600\n' });
    expect(tabs.changes).toMatchObject([{ indicator: { slug: 'kuolleet' }, sex: 'female', after: { value: 600 } }]);
    const commas = await previewed({ text: 'indicator,year,"age group",value\nDeaths,2020,"working age",10\n' });
    expect(commas.changes).toMatchObject([{ indicator: { slug: 'kuolleet' }, ageGroup: 'working_age' }]);
  });

  it('numbers rows by their first line, also after a cell of two lines', async () => {
    const { refused } = await previewed({
      text: 'mittari;jakso;arvo;huomautus\nsyntyneet;2011;1;"kaksi\nriviä"\nsyntyneet;2012;x;\n',
    });
    expect(refused.map(({ row }) => row)).toEqual([4]);
  });

  it('reads the variants of other programs, or refuses them row by row', async () => {
    const rows = [
      '2001;2 050;',
      '2002;2\u00a0050;',
      '2003;2\u202f050;',
      '2004;"\u2212 50";"kaksi\n""riviä"""',
      '2005;=cmd|calc!A1;',
      '2006;@SUM(A1);',
      "2007;'-7;",
      '2008;1e3;',
      '2009;NaN;',
      ' 2001 ;9;',
      '1/2011;"6";',
    ];
    const seen = await previewed({
      text: `\ufeffjakso;arvo;huomautus\r\n${rows.join('\r\n')}\r\n`,
      indicator: 'kirjastokaynnit',
    });
    expect(seen.changes.map(({ row, period, after }) => [row, period, 'value' in after && after.value])).toEqual([
      [2, '2001', 2050],
      [3, '2002', 2050],
      [4, '2003', 2050],
      [5, '2004', -50],
      [9, '2007', -7],
      [13, '2011-01', 6],
    ]);
    expect(seen.refused.map(({ row, reason, given }) => [row, reason, given])).toEqual([
      [7, 'not_a_number', '=cmd|calc!A1'],
      [8, 'not_a_number', '@SUM(A1)'],
      [10, 'not_a_number', '1e3'],
      [11, 'not_a_number', 'NaN'],
      [12, 'twice_in_file', '2001'],
    ]);
  });

  it('refuses too many rows with a reason', async () => {
    const text = `jakso;arvo\n${'2001;1\n'.repeat(maxValues + 1)}`;
    const { details } = expectProblem(await preview({ text, indicator: 'kirjastokaynnit' }), 'invalid_request');
    expect(details).toMatchObject([{ path: 'body.text', reason: 'import_too_large' }]);
  });

  it('refuses a file of another kind as a whole', async () => {
    for (const text of ['hei', 'a;b\n1;2', 'jakso;arvo\n', '"', 'PK\u0003\u0004']) {
      const { details } = expectProblem(await preview({ text }), 'invalid_request');
      expect(details?.[0]).toMatchObject({ path: 'body.text', reason: 'import_unreadable' });
    }
  });

  it('changes nothing when an export is imported again, in each language', async () => {
    for (const slug of [
      'vakiluku',
      'tyottomyysaste-vuosi',
      'alle-17-vuotiaiden-huumausainerikokset',
      'alle-25-vuotiaat-tyonhakijat-muutos',
      'huostaanotot-suunta',
    ]) {
      for (const lang of ['fi', 'sv', 'en']) {
        const text = (
          await test.app.inject({ url: `${kouvola}/indicators/${slug}/csv?lang=${lang}`, headers: coordinator.headers })
        ).body;
        const seen = await previewed({ text });
        expect([slug, lang, seen.created, seen.changed, seen.refused]).toEqual([slug, lang, 0, 0, []]);
        expect(seen.unchanged).toBeGreaterThan(0);
      }
    }
  });

  it('writes thousands of values at once, and changes nothing the second time', async () => {
    const lines = ['mittari;jakso;ikäryhmä;sukupuoli;alue;arvo'];
    for (let at = 0; at < 100; at += 1) {
      const period = `${1 + (at % 12)}/${1950 + Math.floor(at / 12)}`;
      for (const age of ['kaikki', 'lapset ja nuoret', 'työikäiset', 'ikääntyneet']) {
        for (const sex of ['kaikki', 'naiset', 'miehet']) {
          for (const area of ['kunta', 'maakunta', 'koko maa'])
            lines.push(`avoimet-tyopaikat;${period};${age};${sex};${area};${at}`);
        }
      }
    }
    const file = { text: lines.join('\n') };
    const seen = await previewed(file);
    expect(seen).toMatchObject({ rows: 3600, created: 3600, refused: [] });
    expect(seen.changes).toHaveLength(200);
    expect((await take(file, seen)).json()).toEqual({ created: 3600, changed: 0, unchanged: 0, skipped: 0 });
    expect(await previewed(file)).toMatchObject({ created: 0, changed: 0, unchanged: 3600 });
  }, 60_000);

  it('reads five megabytes and refuses a larger file', async () => {
    const row = `kuolleet;2020;;;;1;;;${'x'.repeat(470)}`;
    const text = [
      'mittari;jakso;ikäryhmä;sukupuoli;alue;arvo;tila;lähde;huomautus',
      ...Array<string>(9000).fill(row),
    ].join('\n');
    expect((await previewed({ text })).refused).toHaveLength(8999);
    const large = await preview({ text: text + 'x'.repeat(1_000_000) });
    expectProblem(large, 'invalid_request');
  });
});

describe('a JSON-stat 2 file', () => {
  /** As Statistics Finland writes: codes, labels, roles and one subject of the table. */
  const statFin = {
    version: '2.0',
    class: 'dataset',
    source: 'Tilastokeskus',
    id: ['Vuosi', 'Alue', 'Sukupuoli', 'Tiedot'],
    size: [2, 2, 3, 1],
    role: { time: ['Vuosi'], geo: ['Alue'], metric: ['Tiedot'] },
    dimension: {
      Vuosi: { label: 'Vuosi', category: { index: { '2016': 0, '2017': 1 } } },
      Alue: { label: 'Alue', category: { index: { KU286: 0, SSS: 1 }, label: { KU286: 'Kouvola', SSS: 'KOKO MAA' } } },
      Sukupuoli: {
        label: 'Sukupuoli',
        category: { index: { SSS: 0, '1': 1, '2': 2 }, label: { SSS: 'Yhteensä', '1': 'Miehet', '2': 'Naiset' } },
      },
      Tiedot: { label: 'Tiedot', category: { index: ['vm01'], label: { vm01: 'Syntyneet' } } },
    },
    value: [610, 300, 310, 52_814, 27_000, 25_814, null, null, 1.5, 50_321, null, null],
    status: { '6': '...', '7': '..' },
  };

  it('reads the dimensions of a file of Statistics Finland, and keeps its source with each value', async () => {
    const file = {
      format: 'json_stat' as const,
      text: JSON.stringify(statFin),
      indicator: 'syntyneet',
      licence: 'CC BY 4.0',
    };
    const seen = await previewed(file);
    expect(seen).toMatchObject({ rows: 10, created: 8, changed: 0 });
    expect(seen.refused.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [7, 'value', 'value_hidden'],
      [9, 'value', 'too_many_decimals'],
    ]);
    expect(seen.changes[1]).toMatchObject({ period: '2016', sex: 'male', area: 'municipality', after: { value: 300 } });
    expect((await take(file, seen, true)).json()).toMatchObject({ created: 8, skipped: 2 });
    expect(await valuesOf('syntyneet', '2016')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          value: 52_814,
          area: 'country',
          source: { fi: 'Tilastokeskus' },
          licence: 'CC BY 4.0',
        }),
      ]),
    );
    expect(await valuesOf('syntyneet', '2017')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'missing', sex: 'male' })]),
    );
  });

  it('changes nothing when an export is imported again', async () => {
    for (const slug of [
      'vakiluku',
      'tyottomyysaste-kuukausi',
      'sairastavuusindeksi-kymenlaakso',
      'kuolleet',
      'paihdeoppitunnit-eduko',
    ]) {
      const url = `${kouvola}/indicators/${slug}/json-stat`;
      const text = (await test.app.inject({ url, headers: coordinator.headers })).body;
      const seen = await previewed({ format: 'json_stat', text });
      expect([slug, seen.created, seen.changed, seen.refused]).toEqual([slug, 0, 0, []]);
      expect(seen.unchanged).toBeGreaterThan(0);
    }
  });

  it.each([
    ['no JSON', '{'],
    ['another JSON', '{"a":1}'],
    [
      'an unknown dimension with several categories',
      JSON.stringify({
        ...statFin,
        size: [2, 2, 3, 1],
        id: ['Vuosi', 'Alue', 'Ammatti', 'Tiedot'],
        dimension: { ...statFin.dimension, Ammatti: { label: 'Ammatti', category: { index: ['a', 'b', 'c'] } } },
      }),
    ],
    ['sizes that do not fit', JSON.stringify({ ...statFin, size: [3, 2, 3, 1] })],
    ['a box without end', JSON.stringify({ ...statFin, size: [2, 2, 3, 1e9] })],
  ])('refuses a file with %s as a whole, with a reason', async (_, text) => {
    const { details } = expectProblem(
      await preview({ format: 'json_stat', text, indicator: 'syntyneet' }),
      'invalid_request',
    );
    expect(details?.[0]).toMatchObject({ path: 'body.text', reason: 'import_unreadable' });
    expect(details?.[0]?.message.length).toBeGreaterThan(5);
  });
});
