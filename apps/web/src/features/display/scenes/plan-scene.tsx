import type { Board } from '@vointi/shared/plan/contract.ts';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { cx } from '../../../ui/cx.ts';
import { useAnsweredText } from '../../../domain/measure/ages.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { useStatusCountText } from '../../../domain/measure/status-bar.tsx';
import { statusOrder } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/text.ts';
import { shorten } from '../layout/text-width.ts';
import { spaceOf } from '../layout/lights.ts';
import type { GoalLights, StepOf } from '../steps/types.ts';
import { Head } from './head.tsx';
import { useHighlights } from './room-context.ts';
import styles from './plan-scene.module.css';
import scene from './scene.module.css';

/** In the font size of the round's name. */
const roundWidth = 16;

/** Counts of each status, and below them one light for every measure, by goal. */
export function PlanScene({ step, board }: { step: StepOf<'plan'>; board: Board }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  return (
    <>
      <Head
        text={t('planTitle', { name: localize(board.municipality.name), year: String(board.year) })}
        aside={<RoundAnswers board={board} />}
      />
      <div className={scene['body']}>
        <Tally counts={board.counts} />
        <ul
          className={styles['goals']}
          style={{ '--light': `${step.light}cqh`, '--space': `${spaceOf(step.light)}cqh` } as CSSProperties}
        >
          {step.rows.map((row, index) => (
            <GoalRow key={`${row.goal.slug}/${index}`} row={row} />
          ))}
        </ul>
      </div>
    </>
  );
}

/** The round, and how many have answered in it. */
function RoundAnswers({ board: { round, ages } }: { board: Board }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  const answered = useAnsweredText();
  if (!round || !ages) return t('plan');
  return (
    <span className={styles['round']}>
      <b>{answered(ages)}</b>
      <span>{shorten(localize(round.name), roundWidth, 1)}</span>
    </span>
  );
}

function Tally({ counts }: { counts: Board['counts'] }) {
  const word = useStatusWord();
  const format = useFormat();
  return (
    <ul className={styles['tally']}>
      {statusOrder.map((status) => (
        <li key={status} className={styles['count']}>
          <span className={styles['number']}>
            <Light status={status} size="own" />
            {format.number(counts[status])}
          </span>{' '}
          <span className={styles['word']}>{word(status)}</span>
        </li>
      ))}
    </ul>
  );
}

function GoalRow({ row: { goal, measures } }: { row: GoalLights }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  const format = useFormat();
  const highlights = useHighlights();
  const countText = useStatusCountText();
  const answered = useAnsweredText();
  const counted = { done: format.number(goal.counts.done), total: format.number(goal.counts.total) };
  return (
    <li className={styles['goal']}>
      <h2 className={styles['name']} {...localize.in(goal.shortName)} />
      <div
        className={styles['lights']}
        role="img"
        aria-label={[countText(goal.counts), goal.ages && answered(goal.ages)].filter(Boolean).join('. ')}
      >
        {measures.map((measure) => (
          <span key={measure.code} className={cx(styles['light'], highlights.has(measure.code) && scene['marked'])}>
            <Light status={measure.status} assignments={measure.assignments} size="own" />
          </span>
        ))}
      </div>
      <p className={styles['figure']} aria-label={t('doneOf', counted)}>
        <Light status="done" size="own" />
        {counted.done}/{counted.total}
      </p>
    </li>
  );
}
