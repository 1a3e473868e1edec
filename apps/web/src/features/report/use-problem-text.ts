import { useTranslations } from 'use-intl';
import { longest, type ProblemKind } from './check.ts';

/** What has to be mended, at its field. */
export function useProblemText(): (kind: ProblemKind, hasFigures?: boolean) => string {
  const t = useTranslations('reporting');
  return (kind, hasFigures = false) => {
    if (kind === 'long') return t('problem.long', { max: longest });
    return kind === 'evidence' && hasFigures ? t('problem.evidenceOrFigure') : t(`problem.${kind}`);
  };
}
