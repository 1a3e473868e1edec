import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Comments } from './comments.tsx';
import { conflictOf } from './entry.ts';
import { focusField } from './focus-field.ts';
import { OtherDrafts } from './other-drafts.tsx';
import styles from './row-card.module.css';
import { useActions, useEntry } from './use-desk.ts';

/** What else can be done with a row, quietly under it. */
export function RowMore({ id, canWrite, isWriting }: { id: string; canWrite: boolean; isWriting: boolean }) {
  const t = useTranslations('reporting');
  const say = useText();
  const actions = useActions();
  const entry = useEntry(id);
  if (!entry) return null;
  const { row, start } = entry;
  const canOpen = canWrite && !isWriting && !entry.queued && conflictOf(entry) === null;
  const word = t(start.progress === null ? 'write' : 'edit');
  return (
    <div className={styles['more']}>
      {canOpen && (
        <Button
          look="quiet"
          className={styles['open']}
          aria-label={`${word}: ${say(row.measure.title)}`}
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
