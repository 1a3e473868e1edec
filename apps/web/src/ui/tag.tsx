import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './tag.module.css';

/** A word that marks a thing, such as "Uusi"; colour alone would not be accessible. */
export const Tag = ({ className, ...rest }: ComponentProps<'span'>) => (
  <span className={cx(styles['tag'], className)} {...rest} />
);
