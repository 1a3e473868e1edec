import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonLook = { look?: 'plain' | 'primary' | 'quiet'; size?: 'normal' | 'small' };

export const buttonClass = ({ look = 'plain', size = 'normal' }: ButtonLook, more?: string) =>
  cx(styles['button'], styles[look], size === 'small' && styles['small'], more);

/** `aria-pressed` makes it a switch. For a link that looks the same: `<a className={buttonClass({})}>`. */
export function Button({ look, size, className, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook) {
  return (
    <button
      type={type}
      className={buttonClass({ ...(look && { look }), ...(size && { size }) }, className)}
      {...rest}
    />
  );
}
