import { importColumns, type ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { areas, type Area, sexes, type Sex } from '@vointi/shared/indicator/kind.ts';
import { ageGroups, type AgeGroup } from '@vointi/shared/measure/progress.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { type CellState, fileWords } from './file-words.ts';

/** Comparable: case, marks, spaces and punctuation do not matter. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

type Group = 'column' | 'ageGroup' | 'sex' | 'area' | 'state';

/** Words of our own files in every language, further ones that other files use, and codes of statistics. */
function lookup<V extends string>(group: Group, values: readonly V[], codes: Partial<Record<V, string>> = {}) {
  const wordsOf = (language: (typeof languages)[number], value: V): string[] => {
    const { [group]: own, alsoRead } = fileWords[language];
    const further: Record<string, string> = alsoRead[group];
    return [(own as Record<string, string>)[value] ?? '', ...(further[value] ?? '').split(' ')];
  };
  return new Map(
    values.flatMap((value) =>
      [value, ...languages.flatMap((language) => wordsOf(language, value)), ...(codes[value] ?? '').split(' ')]
        .map(plain)
        .filter((word) => word !== '')
        .map((word) => [word, value] as const),
    ),
  );
}

const columns: ReadonlyMap<string, ImportColumn> = lookup('column', importColumns);

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

const ages: ReadonlyMap<string, AgeGroup> = lookup('ageGroup', ageGroups);
const sexWords: ReadonlyMap<string, Sex> = lookup('sex', sexes, { female: '2', male: '1' });
const areaWords: ReadonlyMap<string, Area> = lookup('area', areas, { country: 'mk sss 658' });
const states = lookup<CellState>('state', ['missing', 'suppressed', 'uncertain']);
/** Everybody: a total of ages or of sexes. */
const everybody = new Set(
  [
    '',
    'all',
    'sss',
    ...languages.flatMap((one) => [fileWords[one].everybody, ...fileWords[one].alsoRead.everybody.split(' ')]),
  ].map(plain),
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
