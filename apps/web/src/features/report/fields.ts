import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { maxNote } from '@vointi/shared/report/limits.ts';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import type { FieldProblemAt } from './actions.ts';
import { type Field, type ProblemKind, savedText } from './check.ts';

/** The id of a field, which gets the focus when it has a problem. */
export const fieldId = (assignmentId: string, field: Field) => `${field.replaceAll('.', '-')}-${assignmentId}`;

export const rowId = (assignmentId: string) => `row-${assignmentId}`;

/** For when the focused element disappears. */
export const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();

/** Focuses a field in the next frame, when it has been drawn. */
export function focusField(problem: Pick<FieldProblemAt, 'id' | 'field'> | undefined) {
  if (!problem) return;
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(problem.id, problem.field));
    const control = field?.matches('fieldset')
      ? (field.querySelector<HTMLElement>('input:checked, input') ?? field)
      : field;
    control?.focus();
  });
}

/** The text of a problem, shown at its field. */
export function useFieldProblemText(): (kind: ProblemKind, hasFigures?: boolean) => string {
  const t = useTranslations('reporting');
  return (kind, hasFigures = false) => {
    if (kind === 'long') return t('problem.long', { max: maxNote });
    return kind === 'evidence' && hasFigures ? t('problem.evidenceOrFigure') : t(`problem.${kind}`);
  };
}

/** A saved value, formatted in the reader's language. */
export function useFigureText(): (figure: ReportingFigure) => string {
  const language = useLanguage();
  return useCallback((figure) => savedText(figure, language), [language]);
}
