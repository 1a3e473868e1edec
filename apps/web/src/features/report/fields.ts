import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { maxNote } from '@vointi/shared/report/limits.ts';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import type { Found } from './actions.ts';
import { type Field, type ProblemKind, savedText } from './check.ts';

/** Where the focus goes when a field has to be mended. */
export const fieldId = (assignmentId: string, field: Field) => `${field.replaceAll('.', '-')}-${assignmentId}`;

export const rowId = (assignmentId: string) => `row-${assignmentId}`;

/** Where there is nothing left to stay at. */
export const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();

/** After the field is there. */
export function focusField(found: Pick<Found, 'id' | 'field'> | undefined) {
  if (!found) return;
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(found.id, found.field));
    const control = field?.matches('fieldset')
      ? (field.querySelector<HTMLElement>('input:checked, input') ?? field)
      : field;
    control?.focus();
  });
}

/** What has to be mended, at its field. */
export function useProblemText(): (kind: ProblemKind, hasFigures?: boolean) => string {
  const t = useTranslations('reporting');
  return (kind, hasFigures = false) => {
    if (kind === 'long') return t('problem.long', { max: maxNote });
    return kind === 'evidence' && hasFigures ? t('problem.evidenceOrFigure') : t(`problem.${kind}`);
  };
}

/** A saved value in the reader's way of writing. */
export function useFigureText(): (figure: ReportingFigure) => string {
  const language = useLanguage();
  return useCallback((figure) => savedText(figure, language), [language]);
}
