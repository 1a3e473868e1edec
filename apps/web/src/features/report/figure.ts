import type { FigureValue, ReportingFigure } from '@vointi/shared/report/contract.ts';
import { formatFigure, parseFigure, type ParsedFigure } from '@vointi/shared/indicator/figures.ts';
import { proposeFigures } from '@vointi/shared/report/propose-figures.ts';
import type { Language } from '../../lib/language.ts';
import type { Typed } from './typed.ts';

export const figureIn = ({ kind, decimals }: ReportingFigure, text: string): ParsedFigure =>
  parseFigure(kind, text, decimals);

/** The saved value as one would type it; nothing where there is none. */
export const savedText = ({ value }: ReportingFigure, language: Language): string =>
  value === null ? '' : formatFigure(value, language);

/** The saved choice of a yes-or-no or a trend, as it is typed by a press. */
export function figureToken({ value }: ReportingFigure): string {
  if (value?.kind === 'yes_no') return value.value ? 'yes' : 'no';
  return value?.kind === 'trend' ? value.value : '';
}

const isSameValue = (one: FigureValue | undefined, other: FigureValue | null) =>
  one !== undefined && other !== null && one.kind === other.kind && one.value === other.value;

/** Whether what is typed is the value that is saved already. */
export const isSaved = (figure: ReportingFigure, text: string): boolean =>
  isSameValue(figureIn(figure, text).value, figure.value);

export type Proposal = { figure: ReportingFigure; text: string };

/** Numbers in the note that are figures of the row and are not among them yet. */
export const proposalsIn = (typed: Typed, figures: readonly ReportingFigure[], language: Language): Proposal[] =>
  proposeFigures(typed.note, figures).flatMap(({ indicator, value }) => {
    const figure = figures.find((one) => one.indicator === indicator);
    if (!figure) return [];
    const now = typed.figures[indicator];
    const known = now === undefined ? (figure.value ?? undefined) : figureIn(figure, now).value;
    return isSameValue(known, value) ? [] : [{ figure, text: formatFigure(value, language) }];
  });
