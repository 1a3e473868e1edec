import { type CarriedPart, carriedPartOf } from '@vointi/shared/measure/ages.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import { cx } from '../../ui/cx.ts';
import { glyphId } from './glyphs.tsx';
import styles from './light.module.css';
import { partsOf, type Answer, type Lit, type Part } from './status.ts';

type Props = {
  status: Status;
  /** The answers of the light. Without them a mixed light shows only that answers differ. */
  assignments?: readonly Lit[] | undefined;
  /** How much of it is from earlier rounds, where the answers are not known. */
  carried?: CarriedPart | undefined;
  /** `own`: the container's `--light`. */
  size?: 's' | 'm' | 'l' | 'own';
};

const differing = (carried: CarriedPart | undefined): Lit[] => [
  { progress: 'done', isCarried: carried === 'all' },
  { progress: 'in_progress', isCarried: carried === 'all' || carried === 'some' },
];

/**
 * Full: answered in the current round; round and smaller: from an earlier one; round within a frame: only some of the
 * departments have answered. Hidden from screen readers: the word stands beside it, or in the name of the control around it.
 */
export function Light({ status, assignments, carried, size = 'm' }: Props) {
  if (status !== 'mixed') {
    const part = carried ?? (assignments ? carriedPartOf(assignments) : 'none');
    const own = cx(styles['light'], styles[status], styles[size]);
    if (part === 'none') return <Glyph answer={status} className={own} />;
    if (part === 'all') return <Glyph answer={status} className={cx(own, styles['carried'])} />;
    return (
      <span aria-hidden="true" className={cx(own, styles['framed'])}>
        <Glyph answer={status} className={styles[status]} />
      </span>
    );
  }
  const parts = partsOf(assignments ?? differing(carried));
  const isByDepartment = parts.every(({ count }) => count === 1);
  const rows = isByDepartment && parts.length > 3 && (parts.length > 4 ? 'thirds' : 'rows');
  return (
    <span
      aria-hidden="true"
      className={cx(styles['light'], styles['mixed'], styles[size], rows && styles['rows'], rows && styles[rows])}
    >
      {parts.map((part, index) => (
        // Segments have no name here, so the index is their key.
        <Segment key={index} {...part} />
      ))}
    </span>
  );
}

const Segment = ({ answer, count, isCarried }: Part) => (
  <Glyph
    answer={answer}
    className={cx(styles[answer], isCarried && styles['carried'])}
    {...(count > 1 && { grow: count })}
  />
);

const Glyph = ({ answer, className, grow }: { answer: Answer; className: string | undefined; grow?: number }) => (
  <svg aria-hidden="true" className={className} {...(grow && { style: { flexGrow: grow } })}>
    <use href={`#${glyphId(answer)}`} />
  </svg>
);
