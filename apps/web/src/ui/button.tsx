import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonVariant = { variant?: 'plain' | 'primary' | 'quiet'; size?: 'normal' | 'small' };

export const buttonClass = ({ variant = 'plain', size = 'normal' }: ButtonVariant, more?: string) =>
  cx(styles['button'], styles[variant], size === 'small' && styles['small'], more);

/** `aria-pressed` makes it a switch. For a link that looks the same: `<a className={buttonClass({})}>`. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonVariant) {
  return (
    <button
      type={type}
      className={buttonClass({ ...(variant && { variant }), ...(size && { size }) }, className)}
      {...rest}
    />
  );
}
