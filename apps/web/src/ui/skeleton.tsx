import { cx } from './cx.ts';
import styles from './skeleton.module.css';

type Props = { width?: string; height?: string; className?: string | undefined };

/** A placeholder of the size of the content, so that nothing moves when it loads. */
export const Skeleton = ({ width = '100%', height = '1em', className }: Props) => (
  <span aria-hidden="true" className={cx(styles['skeleton'], className)} style={{ width, height }} />
);
