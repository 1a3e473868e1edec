import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { useCallback } from 'react';
import { useLanguage } from '../../lib/intl.tsx';
import { savedText } from './figure.ts';

/** A saved value in the reader's way of writing. */
export function useFigureText(): (figure: ReportingFigure) => string {
  const language = useLanguage();
  return useCallback((figure) => savedText(figure, language), [language]);
}
