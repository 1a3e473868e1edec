import { cx } from './cx.ts';
import styles from './skeleton.module.css';

type Props = { width?: string; height?: string; className?: string | undefined };

/** The place of something that is coming, in its size: nothing jumps when it arrives. */
export const Skeleton = ({ width = '100%', height = '1em', className }: Props) => (
  <span aria-hidden="true" className={cx(styles['skeleton'], className)} style={{ width, height }} />
);
