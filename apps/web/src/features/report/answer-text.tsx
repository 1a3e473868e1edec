import type { ReportingRow } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/hidden.tsx';
import type { Entry } from './entry.ts';
import { useFigureText } from './fields.ts';
import { answerOf, valuesOfDraft } from './form-values.ts';
import styles from './row-card.module.css';

type Props = {
  label?: string;
  note: string;
  evidence: string;
  row: ReportingRow;
  /** Form values by indicator; other figures show their saved value. */
  figures: Readonly<Record<string, string>>;
  isPast?: boolean;
};

/** The texts and figures of an answer, read-only. */
export function AnswerText({ label, note, evidence, row, figures, isPast = false }: Props) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const figureText = useFigureText();
  const shownFigures = row.figures.flatMap((figure) => {
    const text = figures[figure.indicator] ?? figureText(figure);
    return text === '' ? [] : [{ figure, text }];
  });
  if (note === '' && evidence === '' && shownFigures.length === 0) return null;
  return (
    <div className={cx(styles['answer'], isPast && styles['past'])}>
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
      {shownFigures.length > 0 && (
        <dl>
          {shownFigures.map(({ figure, text }) => (
            <div key={figure.indicator}>
              <dt {...localize.in(figure.name)} />
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** This round's answer, else the previous one, read-only. */
export function CurrentAnswer({ entry }: { entry: Entry }) {
  const t = useTranslations('reporting');
  const { row, values, queued } = entry;
  const sentValues = row.draft?.sentAt ? valuesOfDraft(row.draft) : null;
  const now = queued && values ? values : (sentValues ?? answerOf(row));
  if (now.progress !== null)
    return <AnswerText note={now.note} evidence={now.evidence} row={row} figures={now.figures} />;
  const { previous } = row;
  return (
    <AnswerText
      label={t('lastText')}
      note={previous?.note?.fi ?? ''}
      evidence={previous?.evidence?.fi ?? ''}
      row={row}
      figures={{}}
      isPast
    />
  );
}
