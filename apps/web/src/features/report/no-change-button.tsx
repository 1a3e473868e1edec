import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { focusField, rowId } from './fields.ts';
import { answerToRepeat } from './reporting-form-store.ts';
import styles from './row-card.module.css';
import { useActions, useEntry } from './use-reporting-form.ts';

/** "Ei muutosta" (no change); while the person writes, a button that discards the changes. */
export function NoChangeButton({ id, isWriting }: { id: string; isWriting: boolean }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const entry = useEntry(id);
  const [isAsking, setAsking] = useState(false);
  if (!entry) return null;
  const { row, queued, values, start } = entry;
  const measure = localize(row.measure.title);
  if (isWriting) {
    const hasText = values !== null && [values.note, values.evidence, ...Object.values(values.figures)].some(Boolean);
    const isOwnText = hasText && (values.note !== start.note || values.evidence !== start.evidence);
    const discard = () => {
      actions.discard(id);
      // The button disappears, so the focus moves to the row's heading.
      requestAnimationFrame(() => document.getElementById(`${rowId(id)}-title`)?.focus());
    };
    return (
      <>
        <Button
          variant="quiet"
          className={styles['discard']}
          aria-label={`${t('discard')}: ${measure}`}
          onClick={() => (isOwnText ? setAsking(true) : discard())}
        >
          {t('discard')}
        </Button>
        {isAsking && (
          <ConfirmDialog
            title={t('discardTitle')}
            confirm={t('discardConfirm')}
            cancel={t('discardCancel')}
            onConfirm={() => {
              setAsking(false);
              discard();
            }}
            onClose={() => setAsking(false)}
          >
            <p>{t('discardText')}</p>
          </ConfirmDialog>
        )}
      </>
    );
  }
  const isSame = queued?.kind === 'confirm' || (row.report?.confirmed === true && !queued);
  if (queued?.kind === 'answer' || (row.report?.progress != null && !isSame) || row.waitingSince !== null) return null;
  if (answerToRepeat(row) === null) return null;
  return (
    <Button
      className={styles['noChange']}
      aria-pressed={isSame}
      aria-disabled={isSame}
      aria-label={`${t(isSame ? 'same' : 'confirm')}: ${measure}`}
      onClick={() => {
        if (isSame) return;
        const { problems, lacksOnBehalfOf } = actions.confirm(id);
        if (lacksOnBehalfOf) document.getElementById('on-behalf-of')?.focus();
        else focusField(problems[0]);
      }}
    >
      {isSame && <Icon name="check" />}
      {t(isSame ? 'same' : 'confirm')}
    </Button>
  );
}
