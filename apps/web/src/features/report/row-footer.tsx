import { useTranslations } from 'use-intl';
import { Light } from '../../domain/measure/light.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { useStatusWord } from '../../domain/measure/text.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { AnswerText } from './answer-text.tsx';
import { Comments } from './comments.tsx';
import { conflictOf } from './entry.ts';
import { focusField } from './fields.ts';
import styles from './row-card.module.css';
import { useActions, useEntry } from './use-reporting-form.ts';

/** Secondary actions under a row: edit, comments, drafts of others. */
export function RowFooter({ id, canWrite, isWriting }: { id: string; canWrite: boolean; isWriting: boolean }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const entry = useEntry(id);
  if (!entry) return null;
  const { row, start } = entry;
  const canOpen = canWrite && !isWriting && !entry.queued && conflictOf(entry) === null;
  const word = t(start.progress === null ? 'write' : 'edit');
  return (
    <div className={styles['footer']}>
      {canOpen && (
        <Button
          variant="quiet"
          className={styles['open']}
          aria-label={`${word}: ${localize(row.measure.title)}`}
          onClick={() => {
            actions.open(id);
            focusField({ id, field: 'note' });
          }}
        >
          {word}
        </Button>
      )}
      <Comments id={id} />
      <OtherDrafts id={id} />
    </div>
  );
}

/** "Maija Mallinen kirjoittaa tätä", with her draft so far. */
function OtherDrafts({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const format = useFormat();
  const word = useStatusWord();
  const row = useEntry(id)?.row;
  return row?.otherDrafts.map((draft) => (
    <Details key={draft.id} summary={t(draft.sentAt ? 'otherSent' : 'otherWrites', { name: draft.author })}>
      <div className={styles['other']}>
        <p className={styles['lit']}>
          <Light status={lightOf(draft.progress)} size="s" />
          {draft.progress === null ? t('otherNoLight') : word(draft.progress)}
          <span>{format.dateTime(draft.updatedAt)}</span>
        </p>
        <AnswerText note={draft.note} evidence={draft.evidence} row={row} figures={draft.figures} />
      </div>
    </Details>
  ));
}
