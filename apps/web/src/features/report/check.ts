import type { FieldProblem } from '@vointi/shared/http/problem.ts';
import type { FigureReason } from '@vointi/shared/indicator/figures.ts';
import type { ReportingRow } from '@vointi/shared/report/contract.ts';
import { askedOf } from '@vointi/shared/report/rules.ts';
import { figureIn, isSaved } from './figure.ts';
import type { Typed } from './typed.ts';

/** What has to be mended before a row can be sent; the words are in the locales. */
export type ProblemKind =
  | 'light'
  | 'reason'
  | 'evidence'
  | 'long'
  | 'figureChanged'
  | 'refused'
  | Exclude<FigureReason, 'empty'>;
export type Field = 'progress' | 'note' | 'evidence' | `figures.${string}`;
export type Problems = Readonly<Partial<Record<Field, ProblemKind>>>;

/** As the contract has it. */
export const longest = 2000;

export const figureField = (indicator: string): Field => `figures.${indicator}`;

type Entry = { row: ReportingRow };

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

export const givenFigures = ({ row }: Entry, { figures }: Typed) =>
  row.figures.flatMap((figure) => {
    const text = figures[figure.indicator];
    return isGiven(text) && !isSaved(figure, text) ? [{ figure, ...figureIn(figure, text) }] : [];
  });

type Found = [Field, ProblemKind | null];

function problemsFrom(found: readonly Found[]): Problems {
  const problems: Partial<Record<Field, ProblemKind>> = {};
  for (const [field, kind] of found) if (kind !== null) problems[field] = kind;
  return problems;
}

export const problemList = (problems: Problems): [Field, ProblemKind][] =>
  Object.entries(problems) as [Field, ProblemKind][];

/** In the order of the fields of a row. */
export function problemsOf(entry: Entry, typed: Typed): Problems {
  const { row } = entry;
  const { progress, note, evidence } = typed;
  const figures = givenFigures(entry, typed);
  const hasFigure = figures.length > 0;
  const asked = progress && askedOf({ progress, note, evidence, hasFigure }, row.previous?.progress ?? null);
  const found: Found[] = [
    ['progress', progress === null ? 'light' : null],
    ['note', note.trim().length > longest ? 'long' : asked === 'reason' ? 'reason' : null],
    ['evidence', evidence.trim().length > longest ? 'long' : asked === 'evidence' ? 'evidence' : null],
    ...figures.map(({ figure, reason }): Found => [
      figureField(figure.indicator),
      reason === undefined || reason === 'empty' ? null : reason,
    ]),
  ];
  return problemsFrom(found);
}

/** What the server refused, at the fields of the row; null where it is about none of them. */
export function problemsIn(details: readonly FieldProblem[], figures: readonly string[]): Problems | null {
  const found = details.flatMap(({ path, reason }): Found[] => {
    const [field, at] = path.replace(/^body\./, '').split('.');
    const indicator = field === 'figures' ? figures[Number(at)] : undefined;
    if (indicator !== undefined) return [[figureField(indicator), 'refused']];
    if (reason === 'reason_needed') return [['note', 'reason']];
    if (reason === 'evidence_needed') return [['evidence', 'evidence']];
    return field === 'note' || field === 'evidence' || field === 'progress' ? [[field, 'refused']] : [];
  });
  return found.length > 0 ? problemsFrom(found) : null;
}
