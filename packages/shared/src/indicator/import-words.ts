import { ageGroups, type AgeGroup } from '../measure/progress.ts';
import { languages } from '../text/text.ts';
import { type CellState, fileWords } from './file-words.ts';
import { importColumns, type ImportColumn } from './import-rows.ts';
import { areas, type Area, sexes, type Sex } from './kind.ts';

/** Comparable: case, marks, spaces and punctuation do not matter. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

/** Words of our own files in every language, and further ones that other files use. */
function lookup<V extends string>(
  values: readonly V[],
  wordsOf: (language: (typeof languages)[number]) => Record<V, string>,
  further: Record<V, string>,
): ReadonlyMap<string, V> {
  return new Map(
    values.flatMap((value) =>
      [value, ...languages.map((language) => wordsOf(language)[value]), ...further[value].split(' ')]
        .map(plain)
        .filter((word) => word !== '')
        .map((word) => [word, value] as const),
    ),
  );
}

const columns = lookup(importColumns, (language) => fileWords[language].column, {
  indicator: 'tunniste slug indikaattori',
  period: 'ajanjakso vuosi kuukausi aika lukuvuosi tid ar manad lasar year month time',
  ageGroup: 'ika age alder',
  sex: 'sukup gender',
  area: 'kunta maakunta aluekoodi kommun landskap region municipality',
  value: 'luku maara tal antal figure number',
  state: 'status',
  note: 'huom lisatieto kommentti comment remark',
  source: 'tuottaja producer',
  sourceId: 'lahdetunniste',
  licence: 'license kayttolupa',
});

/** Which column a heading is of; undefined: one that is not read. */
export const columnOf = (heading: string): ImportColumn | undefined => columns.get(plain(heading));

const beside = new Set(
  languages.flatMap((language) => {
    const { name, unit, areaName } = fileWords[language].column;
    return [name, unit, areaName].map(plain);
  }),
);

/** Headings of our own files that repeat what the indicator says: nobody misses that they are not read. */
export const isBeside = (heading: string): boolean => beside.has(plain(heading));

const ages: ReadonlyMap<string, AgeGroup> = lookup(ageGroups, (language) => fileWords[language].ageGroup, {
  children_youth: 'lapsetnuoret',
  working_age: 'tyoikaiset',
  older_people: 'ikaihmiset iakkaat',
  all_ages: '',
});
const sexWords: ReadonlyMap<string, Sex> = lookup(sexes, (language) => fileWords[language].sex, {
  female: 'nainen women woman kvinna 2',
  male: 'mies men man 1',
});
const areaWords: ReadonlyMap<string, Area> = lookup(areas, (language) => fileWords[language].area, {
  municipality: '',
  region: '',
  country: 'suomi finland valtakunta riket country wholecountry mk sss 658',
});
const states = lookup<CellState>(['missing', 'suppressed', 'uncertain'], (language) => fileWords[language].state, {
  missing: 'eisaatavilla notavailable',
  suppressed: 'suppressed sekretess',
  uncertain: 'ennakkotieto preliminary preliminar',
});
/** Everybody: a total of ages or of sexes. */
const everybody = new Set(
  ['', 'all', 'sss', 'total', 'yhteensa', 'kaikki', 'alla', 'totalt', 'molemmat', 'both', 'bada', 'summa'].map(plain),
);

export type Read<V> = { value: V; isUnknown?: never } | { isUnknown: true };
const unknown = { isUnknown: true } as const;

const readIn = <V>(words: ReadonlyMap<string, V>, typed: string): Read<V | null> => {
  const word = plain(typed);
  if (everybody.has(word)) return { value: null };
  const value = words.get(word);
  return value === undefined ? unknown : { value };
};

export const readAgeGroup = (typed: string) => readIn(ages, typed);
export const readSex = (typed: string) => readIn(sexWords, typed);

/** What else an area is called: the municipality by name and code, the region by its name. */
export type AreaNames = { municipality: readonly string[]; region: readonly string[] };

export function readArea(typed: string, names: AreaNames): Read<Area> {
  const word = plain(typed);
  if (word === '') return { value: 'municipality' };
  if (names.municipality.map(plain).includes(word)) return { value: 'municipality' };
  if (names.region.map(plain).includes(word)) return { value: 'region' };
  const value = areaWords.get(word);
  return value === undefined ? unknown : { value };
}

/** Null: the cell says nothing of it. */
export function readState(typed: string): Read<CellState | null> {
  if (typed.trim() === '') return { value: null };
  const value = states.get(plain(typed));
  return value === undefined ? unknown : { value };
}

/** Signs that statistics write where there is no number: dots, as Statistics Finland does. */
export function dotsOf(typed: string): 'missing' | 'suppressed' | null {
  const dots = typed.trim().replace('…', '...');
  if (dots === '...' || dots === '*') return 'suppressed';
  return dots === '.' || dots === '..' ? 'missing' : null;
}
