import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import example from '../../../../examples/kouvola-2024.json' with { type: 'json' };
import { PlanFile } from '../plan/interchange.ts';
import { type Proposable, proposeFigures } from './propose-figures.ts';
import { isSameWord } from './words.ts';

const plan = PlanFile.parse(example);

/** The indicators of a measure of Kouvola's plan, or those named. */
const figuresOf = (...slugs: string[]): Proposable[] =>
  slugs.map((slug) => {
    const indicator = plan.indicators.find((one) => one.slug === slug);
    if (!indicator) throw new Error(slug);
    const { name, kind, unit, decimals } = indicator;
    return { indicator: slug, name, kind, unit: unit ?? null, decimals };
  });
const ofMeasure = (code: string) => figuresOf(...(plan.measures.find((one) => one.code === code)?.indicators ?? []));

const propose = (text: string, figures: Proposable[]) =>
  proposeFigures(text, figures).map(({ indicator, value, start, end }) => {
    expect(text.slice(start, end).replaceAll(/\s/g, '').replace(',', '.')).toBe(String(value.value));
    return [indicator, value.value];
  });

const schools: Proposable[] = [
  { indicator: 'koulut', name: { fi: 'Uudet koulut' }, kind: 'number', unit: null, decimals: 0 },
];
const lessons = ofMeasure('paihdeoppitunnit');

describe('proposeFigures', () => {
  it('proposes a number when exactly one indicator fits', () => {
    const figures = [...lessons, ...figuresOf('tyottomyysaste')];
    expect(propose('Peruskoululaisia 2050, Eduko 350 nuorta, 10,7 % (12/2022)', figures)).toEqual([
      ['paihdeoppitunnit-peruskoulu', 2050],
      ['paihdeoppitunnit-eduko', 350],
      ['tyottomyysaste', 10.7],
    ]);
  });

  it('returns the position of the number', () => {
    expect(proposeFigures('Eduko 350 nuorta', lessons)).toEqual([
      { indicator: 'paihdeoppitunnit-eduko', value: { kind: 'number', value: 350 }, start: 6, end: 9 },
    ]);
  });

  it.each<[string, string, [string, number][]]>([
    [
      'paihdeoppitunnit',
      'Peruskoululaisia 2 050 ja Edukosta 350.',
      [
        ['paihdeoppitunnit-peruskoulu', 2050],
        ['paihdeoppitunnit-eduko', 350],
      ],
    ],
    ['paihdeoppitunnit', 'Unga i grundskoleåldern 2050', [['paihdeoppitunnit-peruskoulu', 2050]]],
    [
      'palkkatuki-ja-kesatyot',
      'Palkkatukityöllistettyjä 312, kesätyöpaikkoja 192 ja kesätyöseteleitä 283',
      [
        ['palkkatukityollistetyt', 312],
        ['nuorten-kesatyopaikat', 192],
        ['nuorten-kesatyosetelit', 283],
      ],
    ],
    [
      'palkkatuki-ja-kesatyot',
      'Kesätyöpaikkoja oli 192 kpl vuonna 2023. Palkkatukea 3 kk.',
      [['nuorten-kesatyopaikat', 192]],
    ],
    ['paihdeoppitunnit', 'Eduko 350 nuorta (tavoite 400)', [['paihdeoppitunnit-eduko', 350]]],
    ['palkkatuen-jatkopolut', 'Joulukuussa työttömyys oli 10,7 prosenttia.', [['tyottomyysaste', 10.7]]],
  ])('proposes for %s: %s', (code, text, expected) => {
    expect(propose(text, ofMeasure(code))).toEqual(expected);
  });

  it('assigns numbers to courses or to students by their words', () => {
    const figures = figuresOf(
      'kansalaisopiston-kurssit',
      'kansalaisopiston-kurssilaiset-netto',
      'kansalaisopiston-kurssilaiset-brutto',
    );
    expect(propose('Kansalaisopiston kursseja 300, kurssilaisia netto 2 000, brutto 4 100', figures)).toEqual([
      ['kansalaisopiston-kurssit', 300],
      ['kansalaisopiston-kurssilaiset-netto', 2000],
      ['kansalaisopiston-kurssilaiset-brutto', 4100],
    ]);
  });
});

describe('proposeFigures proposes nothing', () => {
  it.each([
    'Eduko 2024',
    'Eduko vuonna 2023',
    'Eduko 3/2024',
    'Eduko 15.3.2024',
    'Eduko 2023–2024',
    'Eduko klo 12',
    'Eduko klo 12.30',
    'Eduko § 12',
    'Eduko 12 §',
    'Eduko, kohta 3',
    'Edukon liite 2',
    'Eduko A4',
    'Eduko 7-luokkalaiset',
    'Eduko 18–24-vuotiaat',
    'Eduko 200–300',
    'Eduko 200 – 300',
    'Eduko 24/7',
    'Eduko 1:3',
    'Edukon 2. vuosikurssi',
    'Eduko 2.050',
    'Eduko 350,5',
    'Eduko noin 350',
    'Eduko n. 350',
    'Eduko yli 350 nuorta',
    'Eduko tavoite 400',
    'Eduko viime vuonna 340',
    'Eduko kasvoi 12',
    'Eduko 350 tai 360',
    'Eduko 350 ohjaajaa',
    'Eduko 350 %',
    'Eduko 350 €',
    'Eduko 350 ‰',
    'Eduko 3 tuhatta',
    'Eduko 300 nuorta 50 tuntia',
    'Eduko 300 nuorta, Eduko 320 nuorta',
    'Eduko ei 350',
    'Eduko vuoteen 2050',
    'Eduko 2050 mennessä',
    'Eduko (350)',
    'Nuoria 350',
    'Osallistujia 350',
    'Päihdeoppituntien osallistujat 350',
    '350 nuorta',
    '350',
  ])('for %s', (text) => {
    expect(propose(text, lessons)).toEqual([]);
  });

  it.each([
    'Budjetti kasvoi 5 %',
    'Hanke käytti 80 % varoista',
    'Työttömyysaste 10,75 %',
    'Työttömyysaste 10,7',
    'Työttömyysaste 10,7 %-yksikköä',
    'Työttömyysaste laski 3 %',
    '5 %, 7 %',
  ])('for %s, as an unemployment rate', (text) => {
    expect(propose(text, figuresOf('tyottomyysaste'))).toEqual([]);
  });

  it('for a percentage when two indicators are percentages', () => {
    expect(propose('10,7 %', figuresOf('tyottomyysaste', 'tyollisyysaste'))).toEqual([]);
    expect(propose('Työllisyysaste 70,7 %', figuresOf('tyottomyysaste', 'tyollisyysaste'))).toEqual([
      ['tyollisyysaste', 70.7],
    ]);
  });

  it('for one word of a longer name, or a word that two names share', () => {
    expect(propose('Nuoria mukana 12', figuresOf('lasten-ja-nuorten-museokaynnit'))).toEqual([]);
    expect(
      propose('Asukastilaisuuksissa 340', figuresOf('asukastilaisuudet-lkm', 'asukastilaisuuksien-osallistujat')),
    ).toEqual([]);
    expect(propose('Koulutuksia 12', schools)).toEqual([]);
  });

  it('for indicators that are not numbers', () => {
    expect(propose('Nuuskan käyttö 12', figuresOf('nuuskan-kaytto'))).toEqual([]);
  });
});

it.each([
  ['nuoret', 'nuorta', true],
  ['kävijät', 'kävijöitä', true],
  ['hankkeet', 'hankkeita', true],
  ['osallistujat', 'osallistujaa', true],
  ['peruskouluikäiset', 'Peruskoululaisia', true],
  ['koulu', 'koulutus', false],
  ['koulut', 'koulutuksia', false],
  ['koulutus', 'koulutuksia', true],
  ['kuntien', 'kuntoutuksen', false],
  ['kurssit', 'kurssilaiset', false],
  ['työttömyys', 'työpaikka', false],
  ['kesätyöpaikat', 'kesätyösetelit', false],
])('compares %s with %s: %s', (one, other, isSame) => {
  expect([isSameWord(one, other), isSameWord(other, one)]).toEqual([isSame, isSame]);
});

it('proposes at most one number for each indicator, at its position in the text', () => {
  const piece = fc.constantFrom(
    'Eduko',
    'peruskoululaisia',
    '350',
    '2 050',
    '2050',
    '10,7 %',
    ',',
    '.',
    'ja',
    '(12/2022)',
    '3/2024',
    'nuorta',
    '–',
    '§',
    'noin',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ');
      const proposals = propose(text, [...lessons, ...figuresOf('tyottomyysaste')]);
      expect(new Set(proposals.map(([indicator]) => indicator)).size).toBe(proposals.length);
    }),
    { numRuns: 1000 },
  );
});
