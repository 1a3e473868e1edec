import type { BoardGoal } from '@vointi/shared/plan/contract.ts';
import { useId, type ReactNode } from 'react';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Answered } from '../../../domain/measure/ages.tsx';
import { Change } from '../../../domain/measure/change.tsx';
import { StatusBar, useStatusCountText } from '../../../domain/measure/status-bar.tsx';
import { carriedShares } from '../../../domain/measure/status.ts';
import styles from './goal-section.module.css';

type Props = { goal: BoardGoal; isHidden?: boolean; children: ReactNode };

/** A goal: its name and counts at the side, its measures beside them. */
export function GoalSection({ goal, isHidden = false, children }: Props) {
  const id = useId();
  const localize = useLocalizedText();
  const countText = useStatusCountText();
  return (
    <section aria-labelledby={id} className={styles['goal']} hidden={isHidden}>
      <div className={styles['side']}>
        <h2 id={id} {...localize.in(goal.shortName)} />
        <StatusBar counts={goal.counts} carried={carriedShares(goal.measures)} />
        <p className={styles['counts']}>{countText(goal.counts)}</p>
        <Answered ages={goal.ages} className={styles['answered']} />
        <Change change={goal.change} className={styles['change']} />
      </div>
      <div>{children}</div>
    </section>
  );
}
