import { carriedPartOf } from '@vointi/shared/measure/ages.ts';
import type { Board, BoardMeasure, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { cx } from '../../../ui/cx.ts';
import { Hidden } from '../../../ui/hidden.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { useStatusWord } from '../../../domain/measure/text.ts';
import { content } from '../layout/geometry.ts';
import { departmentsOf } from '../steps/goals.ts';
import type { StepOf } from '../steps/types.ts';
import { useScreenTexts } from '../use-screen-texts.ts';
import { Head } from './head.tsx';
import { MeasureRow } from './measure-row.tsx';
import styles from './scene.module.css';

export function GoalScene({ step, board }: { step: StepOf<'goals'>; board: Board }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  const format = useFormat();
  const { done, total } = step.of.counts;
  return (
    <>
      <Head
        text={step.headline.text}
        lang={localize.in(step.of.shortName).lang}
        aside={
          <>
            <b>
              {format.number(done)}/{format.number(total)}
            </b>{' '}
            {t('done')}
          </>
        }
      />
      <div className={styles['body']}>
        <ul className={styles['rows']} style={{ '--size': step.size } as CSSProperties}>
          {step.rows.map((measure) => (
            <MeasureRow key={measure.code} code={measure.code} lights={<StatusLight measure={measure} />}>
              <span className={styles['title']} {...localize.in(measure.title)} />
              <Departments measure={measure} departments={board.departments} size={step.size} />
            </MeasureRow>
          ))}
        </ul>
      </div>
    </>
  );
}

function StatusLight({ measure: { status, assignments } }: { measure: BoardMeasure }) {
  const t = useTranslations('measure');
  const word = useStatusWord();
  const part = carriedPartOf(assignments);
  return (
    <>
      <Light status={status} assignments={assignments} size="own" />
      <Hidden>
        {word(status)}
        {part === 'all' && `, ${t('carried').toLowerCase()}`}
        {part === 'some' && `, ${t('partlyCarried')}`}.
      </Hidden>
    </>
  );
}

type DepartmentsProps = { measure: BoardMeasure; departments: readonly DepartmentRef[]; size: number };

/** The departments of a measure; each has its own light when they differ. */
function Departments({ measure, departments, size }: DepartmentsProps) {
  const word = useStatusWord();
  const measureText = useTranslations('measure');
  const texts = useScreenTexts();
  const departmentOf = (slug: string) => departments.find((one) => one.slug === slug);
  const { names, more, isBelow } = departmentsOf(measure, departmentOf, texts, content.width / size);
  return (
    <span className={cx(styles['names'], isBelow && styles['below'])}>
      {names.map(({ name, answer, isCarried }) => (
        <span key={name} className={styles['name']}>
          {answer && <Light status={answer} carried={isCarried ? 'all' : 'none'} size="own" />}
          {name}
          {answer && (
            <Hidden>
              : {word(answer)}
              {isCarried && `, ${measureText('carried').toLowerCase()}`}
            </Hidden>
          )}
        </span>
      ))}
      {more > 0 && <span>+{more}</span>}
    </span>
  );
}
