import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import { overtakenFigures } from '@vointi/shared/report/waiting.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFigureText } from './use-figure-text.ts';

/** That what waits was written from something that has changed since, and which figures are others now. */
export function ApprovalLate({ row, draft }: { row: ReportingRow; draft: Draft }) {
  const t = useTranslations('reporting');
  const say = useText();
  const figureText = useFigureText();
  const changed = overtakenFigures(draft, row.figures);
  return (
    <Notice tone="warning" icon="alert" live>
      <p>{t('approvalLate')}</p>
      {changed.map((figure) => (
        <p key={figure.indicator}>
          {t('figureNow', { name: say(figure.name), value: figureText(figure) || t('figureGone') })}
        </p>
      ))}
    </Notice>
  );
}
