import type { FieldProblem } from '@vointi/shared/http/problem.ts';
import { type FigureReason, formatFigure, parseFigure, type ParsedFigure } from '@vointi/shared/indicator/figures.ts';
import type { ReportingRow, FigureValue, ReportingFigure } from '@vointi/shared/report/contract.ts';
import { maxNote } from '@vointi/shared/report/limits.ts';
import { proposeFigures } from '@vointi/shared/report/propose-figures.ts';
import { missingPartOf } from '@vointi/shared/report/rules.ts';
import type { Language } from '../../lib/language.ts';
import type { FormValues } from './form-values.ts';

/** Why a row cannot be sent yet; the words are in the locales. */
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

export const figureField = (indicator: string): Field => `figures.${indicator}`;

type Entry = { row: ReportingRow };

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

export const writtenFigures = ({ row }: Entry, { figures }: FormValues) =>
  row.figures.flatMap((figure) => {
    const text = figures[figure.indicator];
    return isGiven(text) && !isSaved(figure, text) ? [{ figure, ...figureIn(figure, text) }] : [];
  });

type FieldResult = [Field, ProblemKind | null];

function problemsFrom(results: readonly FieldResult[]): Problems {
  const problems: Partial<Record<Field, ProblemKind>> = {};
  for (const [field, kind] of results) if (kind !== null) problems[field] = kind;
  return problems;
}

export const problemList = (problems: Problems): [Field, ProblemKind][] =>
  Object.entries(problems) as [Field, ProblemKind][];

/** Problems in the order of the row's fields. */
export function problemsOf(entry: Entry, values: FormValues): Problems {
  const { row } = entry;
  const { progress, note, evidence } = values;
  const figures = writtenFigures(entry, values);
  const hasFigure = figures.length > 0;
  const missing = progress && missingPartOf({ progress, note, evidence, hasFigure }, row.previous?.progress ?? null);
  const results: FieldResult[] = [
    ['progress', progress === null ? 'light' : null],
    ['note', note.trim().length > maxNote ? 'long' : missing === 'reason' ? 'reason' : null],
    ['evidence', evidence.trim().length > maxNote ? 'long' : missing === 'evidence' ? 'evidence' : null],
    ...figures.map(({ figure, reason }): FieldResult => [
      figureField(figure.indicator),
      reason === undefined || reason === 'empty' ? null : reason,
    ]),
  ];
  return problemsFrom(results);
}

/** The server's problems by field; null when none concerns a field of the row. */
export function problemsIn(details: readonly FieldProblem[], figures: readonly string[]): Problems | null {
  const results = details.flatMap(({ path, reason }): FieldResult[] => {
    const [field, index] = path.replace(/^body\./, '').split('.');
    const indicator = field === 'figures' ? figures[Number(index)] : undefined;
    if (indicator !== undefined) return [[figureField(indicator), 'refused']];
    if (reason === 'reason_needed') return [['note', 'reason']];
    if (reason === 'evidence_needed') return [['evidence', 'evidence']];
    return field === 'note' || field === 'evidence' || field === 'progress' ? [[field, 'refused']] : [];
  });
  return results.length > 0 ? problemsFrom(results) : null;
}

const figureIn = ({ kind, decimals }: ReportingFigure, text: string): ParsedFigure => parseFigure(kind, text, decimals);

/** The saved value as a person types it; empty when there is none. */
export const savedText = ({ value }: ReportingFigure, language: Language): string =>
  value === null ? '' : formatFigure(value, language);

/** The saved choice of a yes-or-no or a trend, as the radio button's value. */
export function figureToken({ value }: ReportingFigure): string {
  if (value?.kind === 'yes_no') return value.value ? 'yes' : 'no';
  return value?.kind === 'trend' ? value.value : '';
}

const isSameValue = (one: FigureValue | undefined, other: FigureValue | null) =>
  one !== undefined && other !== null && one.kind === other.kind && one.value === other.value;

/** Whether the typed text equals the saved value. */
const isSaved = (figure: ReportingFigure, text: string): boolean =>
  isSameValue(figureIn(figure, text).value, figure.value);

export type Proposal = { figure: ReportingFigure; text: string };

/** Numbers in the note that fit a figure of the row and differ from its value. */
export const proposalsIn = (values: FormValues, figures: readonly ReportingFigure[], language: Language): Proposal[] =>
  proposeFigures(values.note, figures).flatMap(({ indicator, value }) => {
    const figure = figures.find((one) => one.indicator === indicator);
    if (!figure) return [];
    const now = values.figures[indicator];
    const known = now === undefined ? (figure.value ?? undefined) : figureIn(figure, now).value;
    return isSameValue(known, value) ? [] : [{ figure, text: formatFigure(value, language) }];
  });
