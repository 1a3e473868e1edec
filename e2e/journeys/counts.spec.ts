import type { Board } from '@vointi/shared/plan/contract.ts';
import { expect, test } from '@playwright/test';
import { kouvolaBoard } from '../support/plans.ts';

const statuses = ['done', 'in_progress', 'not_started', 'not_reported', 'mixed'] as const;

/** Facts of the source document: done, in progress, not started, not reported, mixed; then measures by age group. */
const goals = [
  { slug: 'terveelliset-elintavat', children_youth: 22, all_ages: 10, unspecified: 0, total: 32 },
  { slug: 'osallisuus', children_youth: 5, all_ages: 8, unspecified: 0, total: 13 },
  { slug: 'tyollisyys', children_youth: 0, all_ages: 0, unspecified: 4, total: 4 },
  { slug: 'arjen-turvallisuus', children_youth: 0, all_ages: 0, unspecified: 10, total: 10 },
] as const;

const groups = [
  { goal: 'terveelliset-elintavat', ageGroup: 'children_youth', counts: [6, 14, 0, 2, 0] },
  { goal: 'terveelliset-elintavat', ageGroup: 'all_ages', counts: [3, 5, 1, 1, 0] },
  { goal: 'osallisuus', ageGroup: 'children_youth', counts: [1, 3, 0, 0, 1] },
  { goal: 'osallisuus', ageGroup: 'all_ages', counts: [0, 5, 0, 2, 1] },
  { goal: 'tyollisyys', ageGroup: 'unspecified', counts: [0, 4, 0, 0, 0] },
  { goal: 'arjen-turvallisuus', ageGroup: 'unspecified', counts: [4, 5, 1, 0, 0] },
] as const;

test.describe('figures of Kouvola’s plan for 2024', () => {
  const read = async (query = ''): Promise<Board> => {
    const response = await fetch(`${process.env['VOINTI_URL']}${kouvolaBoard}${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Board;
  };
  const countsOf = ({ counts }: Board) => statuses.map((status) => counts[status]);

  test('59 measures in four goals: 14 done, 36 in progress, 2 not started, 5 not reported, 2 mixed', async () => {
    const board = await read();
    expect(board.counts.total).toBe(59);
    expect(countsOf(board)).toEqual([14, 36, 2, 5, 2]);
    expect(board.goals.map(({ slug, counts }) => [slug, counts.total])).toEqual(
      goals.map(({ slug, total }) => [slug, total]),
    );
    expect(board.goals.flatMap(({ measures }) => measures)).toHaveLength(59);
  });

  test('every count is the sum of its measures', async () => {
    const board = await read();
    for (const goal of board.goals) {
      for (const status of statuses) {
        expect(goal.measures.filter((measure) => measure.status === status)).toHaveLength(goal.counts[status]);
      }
    }
  });

  for (const { slug, total, ...ages } of goals) {
    test(`${slug}: measures by age group`, async () => {
      const board = await read();
      const measures = board.goals.find((goal) => goal.slug === slug)?.measures ?? [];
      expect(measures).toHaveLength(total);
      for (const [ageGroup, count] of Object.entries(ages)) {
        expect(measures.filter((measure) => (measure.ageGroup ?? 'unspecified') === ageGroup)).toHaveLength(count);
      }
    });
  }

  for (const { goal, ageGroup, counts } of groups) {
    test(`${goal}, ${ageGroup}: ${counts.join('/')}`, async () => {
      expect(countsOf(await read(`?goal=${goal}&ageGroup=${ageGroup}`))).toEqual(counts);
    });
  }

  test('children and youth 27, all ages 18, no age group 14', async () => {
    for (const [ageGroup, count] of [
      ['children_youth', 27],
      ['all_ages', 18],
      ['unspecified', 14],
    ] as const) {
      expect((await read(`?ageGroup=${ageGroup}`)).counts.total).toBe(count);
    }
  });

  test('seven new, one continuous, 26 departments, 19 measures with two or more', async () => {
    const board = await read();
    const measures = board.goals.flatMap((goal) => goal.measures);
    expect(measures.filter(({ isNew }) => isNew)).toHaveLength(7);
    expect(measures.filter(({ recurrence }) => recurrence === 'continuous')).toHaveLength(1);
    expect(measures.filter(({ status, isNew }) => status === 'not_reported' && !isNew)).toEqual([]);
    expect(board.departments).toHaveLength(26);
    expect(measures.filter(({ assignments }) => assignments.length > 1)).toHaveLength(19);
  });

  test('the two mixed measures are answered differently by their departments', async () => {
    const board = await read('?status=mixed');
    const answers = board.goals
      .flatMap(({ measures }) => measures)
      .map(({ code, assignments }) => [code, assignments.map(({ department, progress }) => [department, progress])]);
    expect(Object.fromEntries(answers)).toEqual({
      kasvatustutorit: [
        ['varhaiskasvatus', 'done'],
        ['perusopetus', null],
      ],
      'osallistava-budjetointi': [
        ['nuorisopalvelut', 'done'],
        ['aluetoimikunnat', 'in_progress'],
      ],
    });
  });
});
