import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { Light } from '../../domain/measure/light.tsx';
import { useStatusWord } from '../../domain/measure/words.ts';
import styles from './row-card.module.css';
import { Said } from './said.tsx';
import { useEntry } from './use-desk.ts';

/** "Maija Mallinen kirjoittaa tätä", and what she has written so far. */
export function OtherDrafts({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const format = useFormat();
  const word = useStatusWord();
  const row = useEntry(id)?.row;
  return row?.otherDrafts.map((draft) => (
    <Disclosure key={draft.id} summary={t(draft.sentAt ? 'otherSent' : 'otherWrites', { name: draft.author })}>
      <div className={styles['other']}>
        <p className={styles['lit']}>
          <Light status={lightOf(draft.progress)} size="s" />
          {draft.progress === null ? t('otherNoLight') : word(draft.progress)}
          <span>{format.dateTime(draft.updatedAt)}</span>
        </p>
        <Said note={draft.note} evidence={draft.evidence} row={row} figures={draft.figures} />
      </div>
    </Disclosure>
  ));
}
