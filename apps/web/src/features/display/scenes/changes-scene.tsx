import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { changeText } from '../steps/changes.ts';
import type { StepOf } from '../steps/types.ts';
import { useScreenTexts } from '../use-screen-texts.ts';
import { Arrow } from './arrow.tsx';
import { Head } from './head.tsx';
import { MeasureRow } from './measure-row.tsx';
import styles from './scene.module.css';

/** Measures whose light changed since the previous round: before and now. */
export function ChangesScene({ step }: { step: StepOf<'changes'> }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  const format = useFormat();
  const texts = useScreenTexts();
  return (
    <>
      <Head
        text={step.headline.text}
        aside={
          <>
            <b>{format.number(step.count)}</b> {t('changed', { count: step.count })}
          </>
        }
      />
      <div className={styles['body']}>
        <ul className={styles['rows']} style={{ '--size': step.size } as CSSProperties}>
          {step.rows.map(({ measure, from, to }) => (
            <MeasureRow
              key={measure.code}
              code={measure.code}
              wide
              lights={
                <>
                  <Light
                    status={from}
                    assignments={measure.assignments.flatMap(({ previous }) =>
                      previous === undefined ? [] : [{ progress: previous }],
                    )}
                    size="own"
                  />
                  <Arrow />
                  <Light status={to} assignments={measure.assignments} size="own" />
                </>
              }
            >
              <span className={styles['title']} {...localize.in(measure.title)} />
              <span className={styles['names']}>{changeText({ from, to }, texts)}</span>
            </MeasureRow>
          ))}
        </ul>
      </div>
    </>
  );
}
