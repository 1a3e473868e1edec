import { allowedOf, keysOf, toChosen, type FilterField } from '@vointi/shared/filter/field.ts';
import {
  boardFields,
  type BoardFilter,
  type BoardOptions,
  type MeasureInPlan,
} from '@vointi/shared/plan/filter-fields.ts';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../lib/search.ts';
import { readSearch, sortColumns, views, writeSearch, type BoardSearch } from './board-search.ts';

const known = {
  departments: ['epmt', 'eduko', 'perusopetus'].map((slug) => ({ slug })),
  goals: ['osallisuus', 'tyollisyys'].map((slug) => ({ slug })),
};

const read = (address: string) => readSearch(parseSearch(address), known);
const addressOf = (search: BoardSearch) => stringifySearch(writeSearch(search));
const canonical = (address: string) => addressOf(read(address).search);

/** A small generator with a seed: the same 500 searches every time. */
function generator(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const some = <V>(values: readonly V[]): V[] => values.filter(() => next() < 0.4);
  const one = <V>(values: readonly V[]): V | undefined => values[Math.floor(next() * values.length)];
  return { some, one };
}

function anySearch({ some, one }: ReturnType<typeof generator>): BoardSearch {
  const view = one(views) ?? 'cards';
  const column = one(sortColumns) ?? 'goal';
  const sort = one([null, { column, order: 'ascending' }, { column, order: 'descending' }] as const) ?? null;
  const texts = ['päihde', 'a & b = c', '50 %', '+1', '"x"', 'Ääkköset ja 1.1.2025'];
  const filters = keysOf(boardFields).map((key) => {
    const field: FilterField<MeasureInPlan, BoardOptions> = boardFields[key];
    const values = allowedOf(field, known) ?? texts;
    const chosen = field.kind === 'many' ? some(values).toSorted() : [one([undefined, ...values])];
    return [
      key,
      toChosen(
        field,
        chosen.filter((value) => value !== undefined),
      ),
    ];
  });
  return {
    ...(Object.fromEntries(filters) as BoardFilter),
    round: one([undefined, 'kevat-2026']),
    view,
    sort: view === 'table' ? sort : null,
  };
}

describe('the address of a board', () => {
  it('reads back any search that it wrote', () => {
    const any = generator(2024);
    for (let round = 0; round < 500; round += 1) {
      const search = anySearch(any);
      const address = addressOf(search);
      expect(read(address)).toEqual({ search, unknownValues: [] });
      expect(canonical(address)).toBe(address);
    }
  });

  it.each([
    ['', ''],
    ['?view=cards', ''],
    [
      '?status=done&ageGroup=unspecified&ageGroup=children_youth&status=done',
      '?ageGroup=children_youth&ageGroup=unspecified&status=done',
    ],
    ['?q=+p%C3%A4ihde+', '?q=p%C3%A4ihde'],
    ['?q=', ''],
    ['?isNew=true&utm_source=letter', '?isNew=true'],
    ['?sort=-measure', ''],
    ['?view=table&sort=-measure', '?sort=-measure&view=table'],
  ])('reads %s as %s', (address, expected) => {
    expect(canonical(address)).toBe(expected);
  });

  it.each([
    ['?status=valmis', ['valmis']],
    ['?department=kymsote&department=epmt', ['kymsote']],
    ['?goal=%3Cscript%3E&view=karta&isNew=1&sort=size', ['1', 'karta', 'size', '<script>']],
    ['?ageGroup=Children_Youth', ['Children_Youth']],
  ])('returns the unknown values of %s and does not filter by them', (address, unknownValues) => {
    expect(read(address).unknownValues.toSorted()).toEqual(unknownValues.toSorted());
    expect(canonical(address)).toBe(address.includes('epmt') ? '?department=epmt' : '');
  });

  it('cuts the search text to the length that the API accepts', () => {
    expect(read(`?q=${'x'.repeat(500)}`).search.q).toHaveLength(100);
  });
});
