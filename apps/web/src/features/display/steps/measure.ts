import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { shortNameOf } from '../../../domain/measure/text.ts';
import { answerOf, type Answer } from '../../../domain/measure/status.ts';
import { bodyHeight, smallestData } from '../layout/geometry.ts';
import { linesOf, shorten } from '../layout/text-width.ts';
import { headlineOf } from '../layout/fitted-text.ts';
import type { Headline, ScreenTexts } from './types.ts';

/** Widths of the two columns, in hundredths of the height; each row has a light. */
const measureColumns = { answers: 94, side: 66 } as const;
const lineHeight = smallestData * 1.2;
/** Sum of the spaces between rows and sections. */
const spacing = 7;
const lightWidth = 8;
const maxNoteLines = 3;
const maxRounds = 4;
/** Height of the labels over rounds and figures, in lines. */
const sideHeads = 3;

type Light = Board['goals'][number]['measures'][number]['assignments'][number];
/** `word`: the answer in words, with the round of an earlier one. */
type AnswerRow = { department: string; answer: Answer; isCarried: boolean; word: string; note: string | null };
type FigureRow = { slug: string; name: string; value: string };
export type OpenedMeasure = {
  headline: Headline;
  answers: AnswerRow[];
  /** Count of departments that do not fit. */
  more: number;
  rounds: MeasureDetail['history'];
  figures: FigureRow[];
};

type MeasureOptions = {
  code: string;
  board: Board;
  /** Null until it has loaded or when it failed: then only the board's lights are shown. */
  detail: MeasureDetail | null;
  reserved: number;
  texts: ScreenTexts;
  wordOf: (light: Light) => string;
  valueOf: (indicator: MeasureDetail['indicators'][number]) => string | null;
};

/** One measure for the chair, each part shortened to fit; null: the plan no longer has it. */
export function openedMeasure({
  code,
  board,
  detail,
  reserved,
  texts,
  wordOf,
  valueOf,
}: MeasureOptions): OpenedMeasure | null {
  const measure = board.goals.flatMap(({ measures }) => measures).find((one) => one.code === code);
  if (!measure) return null;
  const headline = headlineOf(texts.localize(measure.title));
  const lines = Math.floor((bodyHeight(headline.lines, reserved) - spacing) / lineHeight);
  const { rows, more } = answerRows(measure.assignments, board, { localize: texts.localize, wordOf }, lines);
  const rounds = (detail?.history ?? []).slice(0, Math.min(maxRounds, Math.max(0, lines - sideHeads)));
  const left = Math.max(0, lines - sideHeads - rounds.length);
  return { headline, answers: rows, more, rounds, figures: figureRows(detail, texts, left, valueOf) };
}

function answerRows(
  assignments: readonly Light[],
  { departments }: Board,
  { localize, wordOf }: Pick<ScreenTexts, 'localize'> & Pick<MeasureOptions, 'wordOf'>,
  lines: number,
): { rows: AnswerRow[]; more: number } {
  const listed = assignments.length <= lines ? assignments : assignments.slice(0, Math.max(1, lines - 1));
  const width = (measureColumns.answers - lightWidth) / smallestData;
  const named = listed.map((light) => {
    const { department } = light;
    const departmentRef = departments.find(({ slug }) => slug === department);
    const name = departmentRef ? localize(shortNameOf(departmentRef)) : department;
    // Department and status are one text, which may take two lines.
    return { name, lines: linesOf(`${name} ${wordOf(light)}`, width) };
  });
  const taken = named.reduce((sum, one) => sum + one.lines, 0);
  let free = lines - taken - (listed.length < assignments.length ? 1 : 0);
  const rows = listed.map((light, index): AnswerRow => {
    const { department, progress, note, isCarried } = light;
    const room = Math.min(maxNoteLines, free);
    const text = note && room > 0 ? shorten(localize(note), width, room) : null;
    if (text) free -= linesOf(text, width);
    return {
      department: named[index]?.name ?? department,
      answer: answerOf(progress),
      isCarried,
      word: wordOf(light),
      note: text,
    };
  });
  return { rows, more: assignments.length - listed.length };
}

/** As many figures as fit: a name on one or two lines, and the value below it. */
function figureRows(
  detail: MeasureDetail | null,
  { localize }: ScreenTexts,
  lines: number,
  valueOf: MeasureOptions['valueOf'],
): FigureRow[] {
  const width = measureColumns.side / smallestData;
  let free = lines;
  return (detail?.indicators ?? []).flatMap((indicator): FigureRow[] => {
    const value = valueOf(indicator);
    if (value === null || free < 2) return [];
    const name = shorten(localize(indicator.name), width, Math.min(2, free - 1));
    free -= linesOf(name, width) + 1;
    return [{ slug: indicator.slug, name, value: shorten(value, width, 1) }];
  });
}
