import type { Progress, Status } from '@vointi/shared/measure/progress.ts';
import { cx } from '../../ui/cx.ts';
import { glyphId } from './glyphs.tsx';
import styles from './light.module.css';
import { partsOf, type Answer, type Part } from './status.ts';

type Props = {
  status: Status;
  /** The answers of a mixed light. Without them it shows only that answers differ. */
  assignments?: readonly { progress: Progress | null }[] | undefined;
  /** `own`: the container's `--light`. */
  size?: 's' | 'm' | 'l' | 'own';
};

const differing = [{ progress: 'done' }, { progress: 'in_progress' }] as const;

/** Hidden from screen readers: the word stands beside it, or in the name of the control around it. */
export function Light({ status, assignments = differing, size = 'm' }: Props) {
  if (status !== 'mixed') {
    return <Glyph answer={status} className={cx(styles['light'], styles[status], styles[size])} />;
  }
  const parts = partsOf(assignments);
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

const Segment = ({ answer, count }: Part) => (
  <Glyph answer={answer} className={styles[answer]} {...(count > 1 && { grow: count })} />
);

const Glyph = ({ answer, className, grow }: { answer: Answer; className: string | undefined; grow?: number }) => (
  <svg aria-hidden="true" className={className} {...(grow && { style: { flexGrow: grow } })}>
    <use href={`#${glyphId(answer)}`} />
  </svg>
);
