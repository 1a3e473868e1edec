import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { shortNameOf } from '../../../domain/measure/text.ts';
import type { Answering, StepOf } from '../steps/types.ts';
import { Head } from './head.tsx';
import styles from './late-scene.module.css';
import scene from './scene.module.css';

/** Departments, never people, whose answers the open round lacks. */
export function LateScene({ step }: { step: StepOf<'late'> }) {
  const t = useTranslations('display.late');
  const localize = useLocalizedText();
  const format = useFormat();
  const { name, closesAt } = step.answers.round;
  const round = localize(name);
  return (
    <>
      <Head text={step.headline.text} />
      <div className={scene['body']}>
        <p className={styles['lead']}>
          {closesAt === null ? round : t('lead', { round, date: format.lastDay(closesAt) })}
        </p>
        <ul className={scene['rows']} style={{ '--size': step.size } as CSSProperties}>
          {step.rows.map((row) => (
            <DepartmentRow key={row.department.slug} row={row} />
          ))}
        </ul>
      </div>
    </>
  );
}

function DepartmentRow({ row: { department, total, missing } }: { row: Answering }) {
  const t = useTranslations('display.late');
  const localize = useLocalizedText();
  const format = useFormat();
  const answered = total - missing;
  return (
    <li className={styles['row']}>
      <span className={scene['title']} {...localize.in(shortNameOf(department))} />
      <span className={styles['bar']} aria-hidden="true">
        <span className={styles['part']} style={{ width: `${(answered / Math.max(1, total)) * 100}%` }} />
      </span>
      <span className={styles['figures']}>
        <b>{format.number(missing)}</b> {t('missing')}
      </span>
    </li>
  );
}
