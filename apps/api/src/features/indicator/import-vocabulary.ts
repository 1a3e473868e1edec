import { importColumns, type ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { areas, type Area, sexes, type Sex } from '@vointi/shared/indicator/kind.ts';
import { ageGroups, type AgeGroup } from '@vointi/shared/measure/progress.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { type CellState, fileTexts } from './file-texts.ts';

/** Normalizes a text for comparison: without case, diacritics, spaces and punctuation. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

type Group = 'column' | 'ageGroup' | 'sex' | 'area' | 'state';

/** The words of exported files in every language, further words that other files use, and codes of statistics. */
function lookup<V extends string>(group: Group, values: readonly V[], codes: Partial<Record<V, string>> = {}) {
  const wordsOf = (language: (typeof languages)[number], value: V): string[] => {
    const { [group]: own, alsoRead } = fileTexts[language];
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

/** The column of a heading; undefined when it is not read. */
export const columnOf = (heading: string): ImportColumn | undefined => columns.get(plain(heading));

const ignoredHeadings = new Set(
  languages.flatMap((language) => {
    const { name, unit, areaName } = fileTexts[language].column;
    return [name, unit, areaName].map(plain);
  }),
);

/** Whether a heading is of an exported column that repeats data of the indicator, so that the preview does not list it. */
export const isIgnoredHeading = (heading: string): boolean => ignoredHeadings.has(plain(heading));

const ages: ReadonlyMap<string, AgeGroup> = lookup('ageGroup', ageGroups);
const sexWords: ReadonlyMap<string, Sex> = lookup('sex', sexes, { female: '2', male: '1' });
const areaWords: ReadonlyMap<string, Area> = lookup('area', areas, { country: 'mk sss 658' });
const states = lookup<CellState>('state', ['missing', 'suppressed', 'uncertain']);
/** Words for a total of ages or of sexes. */
const everybody = new Set(
  [
    '',
    'all',
    'sss',
    ...languages.flatMap((one) => [fileTexts[one].everybody, ...fileTexts[one].alsoRead.everybody.split(' ')]),
  ].map(plain),
);

export type Read<V> = { value: V; isUnknown?: never } | { isUnknown: true };
const unknown = { isUnknown: true } as const;

const readIn = <V>(words: ReadonlyMap<string, V>, text: string): Read<V | null> => {
  const word = plain(text);
  if (everybody.has(word)) return { value: null };
  const value = words.get(word);
  return value === undefined ? unknown : { value };
};

export const readAgeGroup = (text: string) => readIn(ages, text);
export const readSex = (text: string) => readIn(sexWords, text);

/** Names of areas: the municipality by name and code, the region by name. */
export type AreaNames = { municipality: readonly string[]; region: readonly string[] };

export function readArea(text: string, names: AreaNames): Read<Area> {
  const word = plain(text);
  if (word === '') return { value: 'municipality' };
  if (names.municipality.map(plain).includes(word)) return { value: 'municipality' };
  if (names.region.map(plain).includes(word)) return { value: 'region' };
  const value = areaWords.get(word);
  return value === undefined ? unknown : { value };
}

/** Null: the cell is empty. */
export function readState(text: string): Read<CellState | null> {
  if (text.trim() === '') return { value: null };
  const value = states.get(plain(text));
  return value === undefined ? unknown : { value };
}

/** Dots or an asterisk instead of a number, as Statistics Finland writes them. */
export function dotsOf(text: string): 'missing' | 'suppressed' | null {
  const dots = text.trim().replace('…', '...');
  if (dots === '...' || dots === '*') return 'suppressed';
  return dots === '.' || dots === '..' ? 'missing' : null;
}
