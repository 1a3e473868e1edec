import { describe, expect, it } from 'vitest';
import { type CheckedAssignment, listClosingChecks } from './closing-checks.ts';

type Row = CheckedAssignment<{ slug: string }>;
const row = (values: Partial<Row> & { code?: string; title?: string; by?: string }): Row => {
  const { code = 'koulukiusaaminen', title = 'Kiusaamisen vastainen työ', by = 'perusopetus', ...rest } = values;
  return {
    measure: { code, title: { fi: title } },
    department: { slug: by },
    progress: 'in_progress',
    note: null,
    isAwaitingApproval: false,
    figures: [],
    ...rest,
  };
};
const at = new Date('2024-04-15T09:00:00Z');
const check = (...rows: Row[]) =>
  listClosingChecks(rows, at).map(({ kind, measure, department, words }) => [
    kind,
    measure.code,
    department?.slug ?? null,
    words,
  ]);

describe('checks before closing a round', () => {
  it('lists nothing when every answer is in order', () => {
    expect(
      check(row({ note: 'Etenee suunnitellusti', figures: [{ name: { fi: 'Tapahtumat' }, hasValue: true }] })),
    ).toEqual([]);
  });

  it('lists missing answers, answers that await approval and indicators without a value, kind by kind', () => {
    const figures = [
      { name: { fi: 'Tapahtumat' }, hasValue: false },
      { name: { fi: 'Kävijät' }, hasValue: true },
    ];
    expect(
      check(
        row({ progress: null, isAwaitingApproval: true, figures }),
        row({ by: 'eduko', progress: null, figures }),
        row({ code: 'b', title: 'B', progress: null }),
      ),
    ).toEqual([
      ['missing', 'koulukiusaaminen', 'eduko', null],
      ['missing', 'b', 'perusopetus', null],
      ['awaiting_approval', 'koulukiusaaminen', 'perusopetus', null],
      ['no_value', 'koulukiusaaminen', null, 'Tapahtumat'],
    ]);
  });
});

describe('different lights for one activity', () => {
  it('are listed once for the departments of a measure', () => {
    expect(check(row({ progress: 'done' }), row({ by: 'eduko' }), row({ by: 'seurat', progress: 'done' }))).toEqual([
      ['differs', 'koulukiusaaminen', null, null],
    ]);
    expect(check(row({}), row({ by: 'eduko' }))).toEqual([]);
  });

  it('are listed for each measure with the same title, naming the others', () => {
    expect(
      check(
        row({ code: 'a', title: 'Liikkuva koulu -hanke' }),
        row({ code: 'b', title: 'LIIKKUVA  koulu hanke.', progress: 'done' }),
        row({ code: 'c', title: 'Liikkuva koulu', progress: 'done' }),
      ),
    ).toEqual([
      ['differs', 'a', null, 'b'],
      ['differs', 'b', null, 'a'],
    ]);
  });

  it('are not listed when the other answer is missing', () => {
    expect(check(row({ progress: 'done' }), row({ by: 'eduko', progress: null })).map(([kind]) => kind)).toEqual([
      'missing',
    ]);
  });
});

describe('done, although the note says that the work goes on', () => {
  it.each([
    ['Toiminta jatkuu syksyllä', 'jatkuu'],
    ['Koulutuksia jatketaan.', 'jatketaan'],
    ['Hankerahoitusta ei saatu, etenee omilla resursseilla', 'etenee'],
    ['Ei rahoitusta mutta jatkuu', 'jatkuu'],
    ['Rahoitusta ei myönnetty hankkeelle joka jatkuu', 'jatkuu'],
    ['Osa on kesken', 'on kesken'],
    ['Malli keskeneräinen', 'keskeneräinen'],
    ['Arbetet fortsätter', 'fortsätter'],
    ['Planen är inte klar', 'inte klar'],
    ['Work continues in 2025', 'continues'],
    ['Not finished', 'Not finished'],
  ])('lists "%s"', (note, words) => {
    expect(check(row({ progress: 'done', note }))).toEqual([
      ['done_continues', 'koulukiusaaminen', 'perusopetus', words],
    ]);
    expect(check(row({ progress: 'in_progress', note }))).toEqual([]);
  });

  it.each([
    'Hanke ei enää ole käynnissä',
    'Toiminta ei jatku',
    'Ei ole kesken',
    'Sovittu kuntien kesken',
    'Päättyi kesken kauden',
    'Toteutettu yhdessä',
    'Arbetet fortsätter inte',
    'Inte längre pågående, pågår inte',
    'The project is no longer ongoing',
    "It isn't in progress any more",
    'Jatkuvuus turvattu',
  ])('does not list "%s"', (note) => {
    expect(check(row({ progress: 'done', note }))).toEqual([]);
  });
});

describe('a promise for a day that has passed', () => {
  it.each([
    ['Valmistuu 3/2024', '3/2024'],
    ['Malli otetaan käyttöön 1.4.2024', '1.4.2024'],
    ['Kysely tehdään 1.4.2024', '1.4.2024'],
    ['Tulokset saadaan 3/2024', '3/2024'],
    ['Asia viedään lautakuntaan 3/2024', '3/2024'],
    ['Valmis 31.3.2024 mennessä', '31.3.2024'],
    ['Suunniteltu kesäkuuksi 2023.', 'kesäkuuksi 2023'],
    ['Toimintamalli aloitetaan vuonna 2023', 'vuonna 2023'],
    ['On suunniteltu maaliskuuksi 2024', 'maaliskuuksi 2024'],
    ['Alkoi 1/2023, valmistuu 3/2024', '3/2024'],
    ['Blir klar i mars 2024', 'mars 2024'],
    ['To be finished by March 2024', 'March 2024'],
  ])('lists "%s"', (note, words) => {
    expect(check(row({ note }))).toEqual([['past_date', 'koulukiusaaminen', 'perusopetus', words]]);
  });

  it.each([
    'Valmistuu 4/2024',
    'Valmistuu 15.4.2024',
    'Valmistuu 2050',
    'Valmistui 3/2024',
    'Toteutettiin 3/2024',
    'On toteutettu 3/2024',
    'Malli on otettu käyttöön 1.4.2024',
    'Blev klar i mars 2024',
    'Was finished by March 2024',
    'Kysely 3/2024',
  ])('does not list "%s"', (note) => {
    expect(check(row({ note }))).toEqual([]);
  });

  it('counts a month as over from midnight in Finland', () => {
    const note = 'Valmistuu 3/2024';
    expect(listClosingChecks([row({ note })], new Date('2024-03-31T20:59:59Z'))).toEqual([]);
    expect(listClosingChecks([row({ note })], new Date('2024-03-31T21:00:00Z'))).toHaveLength(1);
  });
});
