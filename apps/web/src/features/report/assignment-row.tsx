import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { T, useText } from '../../lib/text.tsx';
import { answerOf, Light, measurePath, useStatusWord } from '../measure/public.ts';
import type { Desk, Row } from './desks.ts';
import styles from './reporting.module.css';

/** One question of the department's: what it last said, with the note and the day. */
export function AssignmentRow({ row, desk }: { row: Row; desk: Desk }) {
  const t = useTranslations('reporting');
  const say = useText();
  const format = useFormat();
  const word = useStatusWord();
  const { measure, progress, note, evidence, reportedAt } = row;
  const answer = answerOf(progress);
  return (
    <li className={styles['row']}>
      <h3 className={styles['title']}>
        <a href={measurePath(desk.municipality.slug, desk.year, measure.code)} {...say.in(measure.title)} />
      </h3>
      <div className={styles['answer']}>
        <span className={styles['light']}>
          <Light status={answer} />
          <b>{word(answer)}</b>
        </span>
        <span className={styles['when']}>
          {progress === null ? t('never') : reportedAt ? format.date(reportedAt) : t('undated')}
        </span>
      </div>
      {note && (
        <p className={styles['note']}>
          <T text={note} />
        </p>
      )}
      {evidence && (
        <p className={styles['note']}>
          <b>{t('evidence')}</b> <T text={evidence} />
        </p>
      )}
    </li>
  );
}
