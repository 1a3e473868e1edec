import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { shortNameOf, useStatusWord } from '../../domain/measure/text.ts';
import { measurePath } from '../../domain/paths.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CurrentAnswer } from './answer-text.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { conflictOf, isChanged, type Entry } from './entry.ts';
import { rowId } from './fields.ts';
import { LightField } from './light-field.tsx';
import { NoChangeButton } from './no-change-button.tsx';
import styles from './row-card.module.css';
import { RowFields } from './row-fields.tsx';
import { RowFooter } from './row-footer.tsx';
import { isDone, isOverdue, rowStateOf, isAlarming, type RowState } from './row-state.ts';
import { useReportingForm, useEntry } from './use-reporting-form.ts';

// Few rows have any.
const UnsentWords = lazy(async () => ({ default: (await import('./unsent-words.tsx')).UnsentWords }));

/** One row of the form: a measure's light, texts and figures. */
export function RowCard({ id, canWrite }: { id: string; canWrite: boolean }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const entry = useEntry(id);
  const link = useReportingForm((state) => state.link);
  const form = useReportingForm((state) => state.form);
  if (!entry) return null;
  const { row } = entry;
  const { measure } = row;
  const isLate = isOverdue(form, Date.now());
  const state = rowStateOf(entry, link, isLate);
  const hasNoAnswer = row.previous === null && row.report?.progress == null && !row.draft?.sentAt;
  const isWriting = canWrite && (entry.values !== null || hasNoAnswer) && !entry.queued;
  const hasUnsent = row.unsent.length > 0 || (!canWrite && isChanged(entry));
  const isInConflict = canWrite && conflictOf(entry) !== null;
  return (
    <li>
      <section aria-labelledby={`${rowId(id)}-title`} className={cx(styles['row'], isDone(state) && styles['done'])}>
        <div className={styles['top']}>
          <h2 id={`${rowId(id)}-title`} tabIndex={-1}>
            <a href={measurePath(form.municipality.slug, form.year, measure.code)} {...localize.in(measure.title)} />
            {measure.isNew && <Tag>{t('new')}</Tag>}
          </h2>
          <RowStateText state={state} entry={entry} />
          <PreviousAnswer id={id} />
        </div>
        {isInConflict ? (
          <ConflictPanel id={id} />
        ) : (
          <>
            {!isWriting && <CurrentAnswer entry={entry} />}
            <div className={styles['pick']}>
              <LightField id={id} canWrite={canWrite} />
              {canWrite && <NoChangeButton id={id} isWriting={isWriting && isChanged(entry)} />}
            </div>
            {isWriting && <RowFields id={id} />}
          </>
        )}
        {hasUnsent && (
          <Suspense fallback={null}>
            <UnsentWords entry={entry} canWrite={canWrite} />
          </Suspense>
        )}
        <RowFooter id={id} canWrite={canWrite} isWriting={isWriting} />
      </section>
    </li>
  );
}

/** "Viimeksi: Etenee · 12.11.2023 · Terveelliset elintavat · yhdessä perusopetuksen kanssa" */
function PreviousAnswer({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const format = useFormat();
  const word = useStatusWord();
  const row = useReportingForm(({ entries }) => entries.get(id)?.row);
  if (!row) return null;
  const { previous, others, measure } = row;
  const parts = [
    previous ? t('last', { status: word(lightOf(previous.progress)) }) : t('never'),
    previous &&
      (previous.reportedAt ? format.date(previous.reportedAt) : t('undated', { round: localize(previous.round) })),
    localize(measure.goal),
    others.length > 0 && t('with', { names: format.list(others.map((one) => localize(shortNameOf(one)))) }),
  ];
  return <p className={styles['last']}>{parts.filter(Boolean).join(' · ')}</p>;
}

/** The row's state. */
function RowStateText({ state, entry }: { state: RowState; entry: Entry }) {
  const t = useTranslations('reporting');
  const problem = useTranslations('problem');
  const format = useFormat();
  const stateText = () => {
    if (state.is === 'saved' || state.is === 'awaiting') return t(`state.${state.is}`, { time: format.time(state.at) });
    if (state.is === 'returned') return t('state.returned', { date: format.date(state.at) });
    if (state.is === 'answered' || state.is === 'confirmed' || state.is === 'late') {
      return state.at ? t(`state.${state.is}`, { date: format.date(state.at) }) : t('state.undated');
    }
    if (state.is === 'refused') return t('state.refused', { why: problem(entry.refused ?? 'internal') });
    return t(`state.${state.is}`);
  };
  return (
    <p className={styles['state']} data-state={state.is}>
      {isAlarming(state) && <Icon name="alert" />}
      {isDone(state) && <Icon name="check" />}
      <span>{stateText()}</span>
    </p>
  );
}
