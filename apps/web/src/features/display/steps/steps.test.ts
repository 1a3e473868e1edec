import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
import type { Board, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import { localizerOf } from '../../../lib/text.tsx';
import { departmentsOf } from './goals.ts';
import { stepsOf } from './steps.ts';
import type { ScreenData, ScreenTexts } from './types.ts';

const texts: ScreenTexts = {
  localize: localizerOf('fi'),
  status: (status) => status,
  changesTitle: 'Mikä on muuttunut?',
  lateTitle: ({ isLate, count }) => `${isLate ? 'Myöhässä' : 'Odotamme'} ${count}`,
};
const options = { isLate: false, reserved: 0 };
const order = defaultSettings.scenes;

type Progress = BoardMeasure['assignments'][number]['progress'];
const measureOf = (code: string, answers: Progress[], previous?: Progress): BoardMeasure => ({
  id: code,
  code,
  title: { fi: `Toimenpide ${code}` },
  ageGroup: null,
  isNew: false,
  recurrence: 'one_off' as const,
  status: statusOf(answers),
  previousStatus: previous ?? null,
  ages: null,
  assignments: answers.map((progress, index) => makeLight(`d${index}`, progress, { previous })),
});
const departments = Array.from({ length: 12 }, (_, index) => ({
  slug: `d${index}`,
  kind: 'department' as const,
  name: { fi: `Vastuutaho numero ${index}` },
  shortName: null,
}));

function boardOf(goals: BoardMeasure[][]): Board {
  const head = JSON.parse(readFileSync(join(import.meta.dirname, 'testing/head.json'), 'utf8')) as Omit<
    Board,
    'goals' | 'counts' | 'ages' | 'departments'
  >;
  return {
    ...head,
    departments,
    counts: countStatuses(goals.flat()),
    ages: null,
    goals: goals.map((measures, index) => ({
      slug: `g${index}`,
      shortName: { fi: `Tavoite ${index}` },
      name: { fi: `Tavoite ${index}` },
      counts: countStatuses(measures),
      ages: null,
      change: null,
      measures,
    })),
  };
}

const shownOf = (goals: BoardMeasure[][], scenes: ScreenData['scenes'] = null): ScreenData => ({
  board: boardOf(goals),
  scenes,
});
const keysOf = (data: ScreenData, kinds = order) => stepsOf(data, kinds, texts, options).map(({ key }) => key);

describe('the show', () => {
  it('shows within a status what was answered in this round first', () => {
    const old = measureOf('old', ['done']);
    const isCarried = true;
    const carried = { ...old, assignments: old.assignments.map((light) => ({ ...light, isCarried })) };
    const half = measureOf('half', ['done', 'done']);
    const [first, second] = half.assignments;
    const partly = { ...half, assignments: [{ ...first!, isCarried }, second!] };
    const [plan] = stepsOf(shownOf([[carried, partly, measureOf('now', ['done'])]]), ['plan'], texts, options);
    expect(plan?.scene === 'plan' && plan.rows[0]?.measures.map(({ code }) => code)).toEqual(['now', 'half', 'old']);
  });

  it('has every measure in the plan’s scene and in its goal’s scene', () => {
    const goals = [70, 3].map((count, goal) =>
      Array.from({ length: count }, (_, index) => measureOf(`m${goal}-${index}`, ['done'])),
    );
    const steps = stepsOf(shownOf(goals), order, texts, options);
    const codes = goals.flat().map(({ code }) => code);
    const inPlan = steps.flatMap((step) =>
      step.scene === 'plan' ? step.rows.flatMap(({ measures }) => measures.map(({ code }) => code)) : [],
    );
    const inGoals = steps.flatMap((step) => (step.scene === 'goals' ? step.rows.map(({ code }) => code) : []));
    expect(inPlan).toEqual(codes);
    expect(inGoals).toEqual(codes);
  });

  it('leaves out empty scenes and keeps the chosen order', () => {
    const goals = [[measureOf('a', ['done'], 'in_progress')], [measureOf('b', ['done'])]];
    expect(keysOf(shownOf(goals))).toEqual(['plan/0', 'goals/g0/0', 'goals/g1/0', 'changes/0']);
    expect(keysOf(shownOf(goals), ['changes', 'late', 'plan'])).toEqual(['changes/0', 'plan/0']);
  });

  it('is never empty: it says that a plan has no measures, and shows the plan without the chosen scenes', () => {
    expect(keysOf(shownOf([]))).toEqual(['empty']);
    expect(keysOf(shownOf([[measureOf('a', ['done'])]]), ['late'])).toEqual(['plan/0']);
  });

  it('lists departments with missing answers, most missing first', () => {
    const { board } = shownOf([[measureOf('a', ['done'])]]);
    const [one, two, three] = departments;
    if (!one || !two || !three || !board.round) throw new Error('The fixture lacks something.');
    const answers = {
      round: board.round,
      departments: [
        { department: one, total: 4, missing: 1 },
        { department: two, total: 4, missing: 0 },
        { department: three, total: 9, missing: 5 },
      ],
    };
    const scenes = { plan: board, answers, indicators: [], findings: [] };
    const [step] = stepsOf({ board, scenes }, ['late'], texts, { ...options, isLate: true });
    if (step?.scene !== 'late') throw new Error('There is no such scene.');
    expect(step.headline.text).toBe('Myöhässä 6');
    expect(step.rows.map(({ department }) => department.slug)).toEqual(['d2', 'd0']);
  });
});

describe('departments after a title', () => {
  const departmentOf = (slug: string) => departments.find((one) => one.slug === slug);
  const of = (answers: Progress[], width: number) =>
    departmentsOf(measureOf('a', answers), departmentOf, { localize: texts.localize }, width);

  it('puts departments that agree beside the title without lights, as many as fit', () => {
    expect(of(['done', 'done'], 60)).toMatchObject({
      more: 0,
      isBelow: false,
      names: [{ answer: null }, { answer: null }],
    });
    expect(of(['done', 'done', 'done'], 25)).toMatchObject({ more: 2, isBelow: false });
  });

  it('gives departments that differ a light each, on their own line if they do not fit', () => {
    const { names, isBelow, more } = of(['done', null, 'in_progress', 'not_started', 'done'], 34);
    expect(names[1]?.answer).toBe('not_reported');
    expect(isBelow).toBe(true);
    expect(names.length + more).toBe(5);
    expect(more).toBeGreaterThan(0);
  });
});
