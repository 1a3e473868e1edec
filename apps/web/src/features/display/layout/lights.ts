import { linesOf } from './text-width.ts';
import { smallestData } from './geometry.ts';

/** One goal's lights on a page; `from` and `to` are indexes of its measures, which may take several pages. */
type LightRow = { goal: number; from: number; to: number };
export type LightPage = { light: number; rows: LightRow[] };

/** Widths of the columns: the goal's name, its lights, the count of done ones. */
const columns = { name: 58, figure: 26, between: 4, width: 166 } as const;
const lightsWidth = columns.width - columns.name - columns.figure - 2 * columns.between;
const nameSize = smallestData;
const nameLine = nameSize * 1.16;
/** Least height of a row: that of its figure. */
const minRowHeight = 7;
const betweenRows = 2.25;
const largest = 13;
/** A smaller glyph cannot be read from five metres. */
const smallest = 4.8;
const step = 0.2;
export const spaceOf = (light: number) => light * 0.17;

type Goal = { name: string; count: number };

const perLine = (light: number) => Math.floor((lightsWidth + spaceOf(light)) / (light + spaceOf(light)));
const rowHeightOf = ({ name, count }: Goal, light: number): number => {
  const lines = Math.ceil(count / perLine(light));
  return Math.max(linesOf(name, columns.name / nameSize) * nameLine, lines * (light + spaceOf(light)), minRowHeight);
};
const pageHeight = (goals: readonly Goal[], light: number): number =>
  goals.reduce((height, goal) => height + rowHeightOf(goal, light), (goals.length - 1) * betweenRows);

/** Fills pages with rows; a goal larger than a page continues on the next. */
function fill(goals: readonly Goal[], height: number, light: number): LightRow[][] {
  const maxPerPage = Math.floor(height / (light + spaceOf(light))) * perLine(light);
  const rows = goals.flatMap(({ count }, goal) =>
    Array.from({ length: Math.ceil(count / maxPerPage) }, (_, part): LightRow => {
      return { goal, from: part * maxPerPage, to: Math.min(count, (part + 1) * maxPerPage) };
    }),
  );
  const pages: LightRow[][] = [];
  for (const row of rows) {
    const page = pages.at(-1);
    const tried = page && [...page, row];
    if (
      tried &&
      pageHeight(
        tried.map((one) => goalOf(goals, one)),
        light,
      ) <= height
    )
      page.push(row);
    else pages.push([row]);
  }
  return pages;
}

const goalOf = (goals: readonly Goal[], { goal, from, to }: LightRow): Goal => ({
  name: goals[goal]?.name ?? '',
  count: to - from,
});

/** One light for every measure, on as few pages as the smallest size allows, with the largest size that fits them. */
export function lightPages(goals: readonly Goal[], height: number): LightPage[] {
  const fewest = fill(goals, height, smallest).length;
  const light = largestOf((size) => fill(goals, height, size).length <= fewest);
  return fill(goals, height, light).map((rows) => ({ light, rows }));
}

function largestOf(isFit: (light: number) => boolean): number {
  for (let light = largest; light > smallest; light = Math.round((light - step) * 10) / 10)
    if (isFit(light)) return light;
  return smallest;
}
