import { describe, expect, it } from 'vitest';
import { emptyFilter, isEmptyFilter, type FilterField } from './field.ts';
import { facetsOf, predicateOf } from './match.ts';

type Item = { name: string; labels: string[]; goal: string; deadline: string | null };
type Data = { labels: { slug: string }[]; goals: { slug: string; above: string | null }[] };

const data: Data = {
  labels: [{ slug: 'eu' }, { slug: 'investment' }, { slug: 'unused' }],
  goals: [
    { slug: 'children', above: null },
    { slug: 'school', above: 'children' },
  ],
};

const withThoseAbove = (slug: string | null): string[] =>
  slug === null ? [] : [slug, ...withThoseAbove(data.goals.find((goal) => goal.slug === slug)?.above ?? null)];

const description = 'For this test.';
const fields = {
  label: { kind: 'many', values: ({ labels }) => labels, of: ({ labels }) => labels, description },
  goal: { kind: 'many', values: ({ goals }) => goals, of: ({ goal }) => withThoseAbove(goal), description },
  due: {
    kind: 'one',
    values: ['overdue', 'later', 'open'],
    isDaily: true,
    of: ({ deadline }, today) => [deadline === null ? 'open' : deadline < today ? 'overdue' : 'later'],
    description,
  },
  isOverdue: {
    kind: 'flag',
    isDaily: true,
    of: ({ deadline }, today) => deadline !== null && deadline < today,
    description,
  },
  q: { kind: 'text', of: ({ name }) => name, description },
} as const satisfies Record<string, FilterField<Item, Data>>;

const items: Item[] = [
  { name: 'hall', labels: ['eu', 'investment'], goal: 'school', deadline: '2026-06-30' },
  { name: 'club', labels: ['eu'], goal: 'children', deadline: '2026-12-31' },
  { name: 'path', labels: [], goal: 'school', deadline: null },
];
const none = emptyFilter(fields);
const namesOf = (filter: Partial<typeof none>, day = '2026-12-01') =>
  items.filter(predicateOf(fields, { ...none, ...filter }, day)).map(({ name }) => name);

describe('predicateOf', () => {
  it.each<[Partial<typeof none>, string[]]>([
    [{}, ['hall', 'club', 'path']],
    [{ label: ['eu'] }, ['hall', 'club']],
    [{ label: ['investment', 'unused'] }, ['hall']],
    [{ goal: ['children'] }, ['hall', 'club', 'path']],
    [{ goal: ['school'] }, ['hall', 'path']],
    [{ goal: ['school'], label: ['eu'] }, ['hall']],
    [{ due: 'open' }, ['path']],
    [{ isOverdue: true }, ['hall']],
    [{ isOverdue: false }, ['club', 'path']],
    [{ q: 'LÚ' }, ['club']],
    [{ q: '' }, ['hall', 'club', 'path']],
  ])('lets %j pass %j', (filter, names) => expect(namesOf(filter)).toEqual(names));

  it('depends on the day', () => {
    expect(namesOf({ isOverdue: true }, '2026-06-30')).toEqual([]);
    expect(namesOf({ isOverdue: true }, '2027-01-01')).toEqual(['hall', 'club']);
    expect(namesOf({ due: 'later' }, '2026-06-01')).toEqual(['hall', 'club']);
  });
});

it('counts an item under each of its values, and a value without items as 0', () => {
  expect(facetsOf(fields, items, data, { ...none, goal: ['school'] }, '2026-12-01')).toEqual({
    label: { eu: 1, investment: 1, unused: 0 },
    goal: { children: 3, school: 2 },
    due: { overdue: 1, later: 0, open: 1 },
    isOverdue: { true: 1, false: 1 },
  });
});

it('is not empty with any one filter', () => {
  expect(isEmptyFilter(fields, none)).toBe(true);
  expect(isEmptyFilter(fields, { ...none, q: '' })).toBe(true);
  for (const chosen of [{ label: ['eu'] }, { due: 'open' }, { isOverdue: false }, { q: 'x' }]) {
    expect(isEmptyFilter(fields, { ...none, ...chosen })).toBe(false);
  }
});
