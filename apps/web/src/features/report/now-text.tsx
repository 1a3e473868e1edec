import { useTranslations } from 'use-intl';
import { Said } from './said.tsx';
import type { Entry } from './entry.ts';
import { answerOf, typedIn } from './typed.ts';

/** What was said, to be read: in this round, else the last time. */
export function NowText({ entry }: { entry: Entry }) {
  const t = useTranslations('reporting');
  const { row, typed, queued } = entry;
  const sent = row.draft?.sentAt ? typedIn(row.draft) : null;
  const now = queued && typed ? typed : (sent ?? answerOf(row));
  if (now.progress !== null) return <Said note={now.note} evidence={now.evidence} row={row} figures={now.figures} />;
  const { previous } = row;
  return (
    <Said
      label={t('lastText')}
      note={previous?.note?.fi ?? ''}
      evidence={previous?.evidence?.fi ?? ''}
      row={row}
      figures={{}}
      isPast
    />
  );
}
