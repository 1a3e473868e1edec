import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { callName, useStatusWord } from '../../domain/measure/words.ts';
import { measurePath } from '../../domain/paths.ts';
import { conflictOf, isChanged } from './entry.ts';
import { rowId } from './field-id.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { LightField } from './light-field.tsx';
import { NowText } from './now-text.tsx';
import styles from './row-card.module.css';
import { RowFields } from './row-fields.tsx';
import { RowMore } from './row-more.tsx';
import { isDone, isOverdue, rowStateOf } from './row-state.ts';
import { RowStateWords } from './row-state-words.tsx';
import { SameButton } from './same-button.tsx';
import { useDesk, useEntry } from './use-desk.ts';

/** One question: how is it going with this measure? */
export function RowCard({ id, canWrite }: { id: string; canWrite: boolean }) {
  const t = useTranslations('reporting');
  const say = useText();
  const entry = useEntry(id);
  const link = useDesk((state) => state.link);
  const desk = useDesk((state) => state.desk);
  if (!entry) return null;
  const { row } = entry;
  const { measure } = row;
  const isLate = isOverdue(desk, Date.now());
  const state = rowStateOf(entry, link, isLate);
  const isNothingSaid = row.previous === null && row.report?.progress == null && !row.draft?.sentAt;
  const isWriting = canWrite && (entry.typed !== null || isNothingSaid) && !entry.queued;
  const isInConflict = canWrite && conflictOf(entry) !== null;
  return (
    <li>
      <section aria-labelledby={`${rowId(id)}-title`} className={cx(styles['row'], isDone(state) && styles['done'])}>
        <div className={styles['top']}>
          <h2 id={`${rowId(id)}-title`} tabIndex={-1}>
            <a href={measurePath(desk.municipality.slug, desk.year, measure.code)} {...say.in(measure.title)} />
            {measure.isNew && <Tag>{t('new')}</Tag>}
          </h2>
          <RowStateWords state={state} entry={entry} />
          <Last id={id} />
        </div>
        {isInConflict ? (
          <ConflictPanel id={id} />
        ) : (
          <>
            {!isWriting && <NowText entry={entry} />}
            <div className={styles['pick']}>
              <LightField id={id} canWrite={canWrite} />
              {canWrite && <SameButton id={id} isWriting={isWriting && isChanged(entry)} />}
            </div>
            {isWriting && <RowFields id={id} />}
          </>
        )}
        <RowMore id={id} canWrite={canWrite} isWriting={isWriting} />
      </section>
    </li>
  );
}

/** "Viimeksi: Etenee · 12.11.2023 · Terveelliset elintavat · yhdessä perusopetuksen kanssa" */
function Last({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const say = useText();
  const format = useFormat();
  const word = useStatusWord();
  const row = useDesk(({ entries }) => entries.get(id)?.row);
  if (!row) return null;
  const { previous, others, measure } = row;
  const parts = [
    previous ? t('last', { status: word(lightOf(previous.progress)) }) : t('never'),
    previous && (previous.reportedAt ? format.date(previous.reportedAt) : t('undated', { round: say(previous.round) })),
    say(measure.goal),
    others.length > 0 && t('with', { names: format.list(others.map((one) => say(callName(one)))) }),
  ];
  return <p className={styles['last']}>{parts.filter(Boolean).join(' · ')}</p>;
}
