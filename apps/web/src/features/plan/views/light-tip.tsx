import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../../lib/text.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { Light } from '../../../domain/measure/light.tsx';
import { useAnswerWords } from '../../../domain/measure/words.ts';
import styles from './lights-view.module.css';
import type { DepartmentOf } from './use-departments.ts';

export type Pointed = { measure: BoardMeasure; at: HTMLElement };

const edge = 12;

/** What the light under the pointer or the focus is. Listeners have the same words as the link's name. */
export function LightTip({ measure, at, departmentOf }: Pointed & { departmentOf: DepartmentOf }) {
  const tip = useRef<HTMLDivElement>(null);
  const say = useText();
  const words = useAnswerWords(departmentOf);
  useLayoutEffect(() => {
    const element = tip.current;
    if (!element) return;
    const light = at.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const below = light.bottom + height + edge < innerHeight;
    element.style.left = `${Math.max(edge, Math.min(light.left, innerWidth - width - edge))}px`;
    // Touching the light, so that the pointer can move onto the words without losing them.
    element.style.top = `${below ? light.bottom : light.top - height}px`;
  }, [measure, at]);
  return (
    <div ref={tip} aria-hidden="true" className={styles['tip']} onPointerOver={(event) => event.stopPropagation()}>
      <b {...say.in(measure.title)} />
      <ul>
        {measure.assignments.map((assignment) => (
          <li key={assignment.department}>
            <Light status={answerOf(assignment.progress)} size="s" />
            {words(assignment)}
          </li>
        ))}
      </ul>
    </div>
  );
}
