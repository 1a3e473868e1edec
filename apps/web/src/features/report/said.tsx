import type { ReportingRow } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { useFigureText } from './use-figure-text.ts';
import styles from './row-card.module.css';

type Props = {
  label?: string;
  note: string;
  evidence: string;
  row: ReportingRow;
  /** As typed; others as they are saved. */
  figures: Readonly<Record<string, string>>;
  isPast?: boolean;
};

/** Words of an answer, to be read. */
export function Said({ label, note, evidence, row, figures, isPast = false }: Props) {
  const t = useTranslations('reporting');
  const say = useText();
  const figureText = useFigureText();
  const shown = row.figures.flatMap((figure) => {
    const text = figures[figure.indicator] ?? figureText(figure);
    return text === '' ? [] : [{ figure, text }];
  });
  if (note === '' && evidence === '' && shown.length === 0) return null;
  return (
    <div className={cx(styles['said'], isPast && styles['past'])}>
      {note !== '' && (
        <p>
          {label && <Hidden>{label} </Hidden>}
          {note}
        </p>
      )}
      {evidence !== '' && (
        <p>
          <b>{t('evidenceSaid')}</b> {evidence}
        </p>
      )}
      {shown.length > 0 && (
        <dl>
          {shown.map(({ figure, text }) => (
            <div key={figure.indicator}>
              <dt {...say.in(figure.name)} />
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
