import type { Board, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Light } from '../../../domain/measure/light.tsx';
import { measurePath } from '../../../domain/paths.ts';
import { orderOf } from '../../../domain/measure/status.ts';
import { useMeasureText } from '../../../domain/measure/text.ts';
import { GoalSection } from './goal-section.tsx';
import { LightTooltip, type LightTarget } from './light-tooltip.tsx';
import styles from './lights-view.module.css';
import { useArrows } from './use-arrows.ts';
import { useDepartments } from './use-departments.ts';

const byStatus = (one: BoardMeasure, other: BoardMeasure) => orderOf(one) - orderOf(other);

/** The whole plan on one screen, one light for each measure. A tooltip describes the light under the pointer. */
export function LightsView({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const departmentOf = useDepartments(board);
  const measureText = useMeasureText(departmentOf, board.rounds);
  const region = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<LightTarget | null>(null);
  const arrows = useArrows(region);
  const { municipality, year, goals } = board;
  const all = new Map(goals.flatMap(({ measures }) => measures.map((measure) => [measure.code, measure])));
  const [firstCode] = goals.flatMap(({ measures }) => measures.toSorted(byStatus)).map(({ code }) => code);

  const showTooltip = (over: EventTarget) => {
    const link = over instanceof Element ? over.closest<HTMLElement>('a[data-code]') : null;
    const measure = all.get(link?.dataset['code'] ?? '');
    setTarget(link && measure ? { measure, element: link } : null);
  };
  return (
    <div
      ref={region}
      onPointerOver={({ target: over, pointerType }) => pointerType === 'mouse' && showTooltip(over)}
      onPointerLeave={() => setTarget(null)}
      onFocus={({ target: over }) => over.matches(':focus-visible') && showTooltip(over)}
      onBlur={() => setTarget(null)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTarget(null);
        arrows(event);
      }}
    >
      <p className={styles['hint']}>{t('lights.hint')}</p>
      {goals.map((goal) => (
        <GoalSection key={goal.slug} goal={goal}>
          <ul className={styles['lights']}>
            {goal.measures.toSorted(byStatus).map((measure) => (
              <li key={measure.id}>
                <a
                  href={measurePath(municipality.slug, year, measure.code)}
                  data-code={measure.code}
                  aria-label={measureText(measure)}
                  tabIndex={measure.code === firstCode ? 0 : -1}
                  className={styles['light']}
                >
                  <Light status={measure.status} assignments={measure.assignments} />
                </a>
              </li>
            ))}
          </ul>
        </GoalSection>
      ))}
      {target && <LightTooltip {...target} departmentOf={departmentOf} rounds={board.rounds} />}
    </div>
  );
}
