import type { BoardMeasure, PlanHead } from '@vointi/shared/plan/contract.ts';
import { useLayoutEffect, useRef } from 'react';
import { useLocalizedText } from '../../../lib/text.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { Light } from '../../../domain/measure/light.tsx';
import { useAnswerText } from '../../../domain/measure/text.ts';
import styles from './lights-view.module.css';
import type { DepartmentOf } from './use-departments.ts';

export type LightTarget = { measure: BoardMeasure; element: HTMLElement };

type Props = LightTarget & { departmentOf: DepartmentOf; rounds: PlanHead['rounds'] };

const edge = 12;

/** Describes the light under the pointer or the focus. Screen readers have the same words in the name of the link. */
export function LightTooltip({ measure, element: target, departmentOf, rounds }: Props) {
  const tooltip = useRef<HTMLDivElement>(null);
  const localize = useLocalizedText();
  const answerText = useAnswerText(departmentOf, rounds);
  useLayoutEffect(() => {
    const element = tooltip.current;
    if (!element) return;
    const light = target.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const below = light.bottom + height + edge < innerHeight;
    element.style.left = `${Math.max(edge, Math.min(light.left, innerWidth - width - edge))}px`;
    // It touches the light: the pointer can move onto it without leaving the light.
    element.style.top = `${below ? light.bottom : light.top - height}px`;
  }, [measure, target]);
  return (
    <div
      ref={tooltip}
      aria-hidden="true"
      className={styles['tooltip']}
      onPointerOver={(event) => event.stopPropagation()}
    >
      <b {...localize.in(measure.title)} />
      <ul>
        {measure.assignments.map((assignment) => (
          <li key={assignment.department}>
            <Light status={answerOf(assignment.progress)} assignments={[assignment]} size="s" />
            {answerText(assignment)}
          </li>
        ))}
      </ul>
    </div>
  );
}
