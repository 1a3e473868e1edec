import type { Board, BoardGoal, BoardMeasure, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { callName } from '../../../domain/measure/words.ts';
import { answerOf, rankOf, type Answer } from '../../../domain/measure/status.ts';
import { bodyHeight } from '../layout/geometry.ts';
import { listLayout } from '../layout/rows.ts';
import { linesOf, widthOf } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { Given, StepOf, Words } from './types.ts';

/** In the font size of the row: the light with the space after it, and what stands between a title and its departments. */
const row = {
  light: 1.3,
  afterLight: 0.5,
  between: 1,
  departmentLight: 0.86,
  afterDepartmentLight: 0.28,
} as const;
/** The count that stands beside the headline. */
const countAside = 34;

/** A department after a title; with its own light where departments do not agree. */
type Said = { name: string; answer: Answer | null };
/** As many as there is room for, how many more, and whether they have a line of their own. */
export type Departments = { said: Said[]; more: number; isBelow: boolean };
const between = 0.7;

const widthOfNames = (names: readonly Said[]) =>
  names.reduce(
    (width, { name, answer }) =>
      width + widthOf(name) + (answer ? row.departmentLight + row.afterDepartmentLight : 0) + between,
    -between,
  );
const widthOfMore = (more: number) => (more > 0 ? widthOf(`+${more}`) + between : 0);

function fitting(names: readonly Said[], width: number): number {
  let fit = names.length;
  while (fit > 0 && widthOfNames(names.slice(0, fit)) + widthOfMore(names.length - fit) > width) fit -= 1;
  return fit;
}

/**
 * Whose lights they are. Departments that agree stand beside the title, as many as fit, as the light is that of them all;
 * where they do not, each has its own on a line of its own.
 * @param width of a row, in its font size
 */
export function departmentsOf(
  { title, status, assignments }: BoardMeasure,
  departmentOf: (slug: string) => DepartmentRef | undefined,
  { say }: Pick<Words, 'say'>,
  width: number,
): Departments {
  const names = assignments.map(({ department, progress }): Said => {
    const found = departmentOf(department);
    return { name: found ? say(callName(found)) : department, answer: status === 'mixed' ? answerOf(progress) : null };
  });
  const text = textWidthOf(width);
  const wide = widthOf(say(title));
  const beside = wide < text ? fitting(names, text - wide - row.between) : 0;
  const isBelow = names.length > 0 && (status === 'mixed' ? beside < names.length : beside === 0);
  const fit = isBelow ? Math.max(1, fitting(names, text)) : beside;
  return { said: names.slice(0, fit), more: names.length - fit, isBelow };
}

const textWidthOf = (width: number) => width - row.light - row.afterLight;

/** One goal: what is done of it and each of its measures by name, with the lights of its departments. */
export function goalSteps(board: Board, words: Words, given: Given): StepOf<'goals'>[] {
  const departments = new Map(board.departments.map((one) => [one.slug, one]));
  const departmentOf = (slug: string) => departments.get(slug);
  return board.goals.flatMap((goal) => pagesOf(goal, departmentOf, words, given));
}

function pagesOf(
  of: BoardGoal,
  departmentOf: (slug: string) => DepartmentRef | undefined,
  words: Words,
  { reserved }: Given,
) {
  const headline = headlineOf(words.say(of.shortName), { aside: countAside });
  const { size, pages } = listLayout({
    rows: of.measures.toSorted((one, other) => rankOf(one.status) - rankOf(other.status)),
    height: bodyHeight(headline.lines, reserved),
    lines: (measure, width) =>
      linesOf(words.say(measure.title), textWidthOf(width)) +
      (departmentsOf(measure, departmentOf, words, width).isBelow ? 1 : 0),
  });
  return pages.map((rows, page): StepOf<'goals'> => {
    const key = `goals/${of.slug}/${page}`;
    return { key, scene: 'goals', goal: of.slug, of, headline, size, rows, page, pages: pages.length };
  });
}
