import type { Board, BoardGoal, BoardMeasure, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { shortNameOf } from '../../../domain/measure/text.ts';
import { answerOf, rankOf, type Answer } from '../../../domain/measure/status.ts';
import { bodyHeight } from '../layout/geometry.ts';
import { listLayout } from '../layout/rows.ts';
import { linesOf, widthOf } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { LayoutOptions, StepOf, ScreenTexts } from './types.ts';

/** Widths in the row's font size: lights and spaces. */
const row = {
  light: 1.3,
  afterLight: 0.5,
  between: 1,
  departmentLight: 0.86,
  afterDepartmentLight: 0.28,
} as const;
/** Width of the count beside the headline. */
const countAside = 34;

/** A department after a title; `answer`: its own light when departments differ. */
type NamedAnswer = { name: string; answer: Answer | null; isCarried: boolean };
/** The departments that fit, the count of the others, and whether they have their own line. */
export type Departments = { names: NamedAnswer[]; more: number; isBelow: boolean };
const between = 0.7;

const widthOfNames = (names: readonly NamedAnswer[]) =>
  names.reduce(
    (width, { name, answer }) =>
      width + widthOf(name) + (answer ? row.departmentLight + row.afterDepartmentLight : 0) + between,
    -between,
  );
const widthOfMore = (more: number) => (more > 0 ? widthOf(`+${more}`) + between : 0);

function fitting(names: readonly NamedAnswer[], width: number): number {
  let fit = names.length;
  while (fit > 0 && widthOfNames(names.slice(0, fit)) + widthOfMore(names.length - fit) > width) fit -= 1;
  return fit;
}

/**
 * Departments that agree stand beside the title, as many as fit. Departments that differ have a light each, on their own
 * line when they do not fit beside the title.
 * @param width of a row, in its font size
 */
export function departmentsOf(
  { title, status, assignments }: BoardMeasure,
  departmentOf: (slug: string) => DepartmentRef | undefined,
  { localize }: Pick<ScreenTexts, 'localize'>,
  width: number,
): Departments {
  const names = assignments.map(({ department, progress, isCarried }): NamedAnswer => {
    const departmentRef = departmentOf(department);
    return {
      name: departmentRef ? localize(shortNameOf(departmentRef)) : department,
      answer: status === 'mixed' ? answerOf(progress) : null,
      isCarried,
    };
  });
  const text = textWidthOf(width);
  const wide = widthOf(localize(title));
  const beside = wide < text ? fitting(names, text - wide - row.between) : 0;
  const isBelow = names.length > 0 && (status === 'mixed' ? beside < names.length : beside === 0);
  const fit = isBelow ? Math.max(1, fitting(names, text)) : beside;
  return { names: names.slice(0, fit), more: names.length - fit, isBelow };
}

const textWidthOf = (width: number) => width - row.light - row.afterLight;

/** One scene for each goal: its count of done measures, and every measure with its departments. */
export function goalSteps(board: Board, texts: ScreenTexts, options: LayoutOptions): StepOf<'goals'>[] {
  const departments = new Map(board.departments.map((one) => [one.slug, one]));
  const departmentOf = (slug: string) => departments.get(slug);
  return board.goals.flatMap((goal) => pagesOf(goal, departmentOf, texts, options));
}

function pagesOf(
  of: BoardGoal,
  departmentOf: (slug: string) => DepartmentRef | undefined,
  texts: ScreenTexts,
  { reserved }: LayoutOptions,
) {
  const headline = headlineOf(texts.localize(of.shortName), { aside: countAside });
  const { size, pages } = listLayout({
    rows: of.measures.toSorted((one, other) => rankOf(one.status) - rankOf(other.status)),
    height: bodyHeight(headline.lines, reserved),
    lines: (measure, width) =>
      linesOf(texts.localize(measure.title), textWidthOf(width)) +
      (departmentsOf(measure, departmentOf, texts, width).isBelow ? 1 : 0),
  });
  return pages.map((rows, page): StepOf<'goals'> => {
    const key = `goals/${of.slug}/${page}`;
    return { key, scene: 'goals', goal: of.slug, of, headline, size, rows, page, pages: pages.length };
  });
}
