import { useId, useState, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './popover.module.css';

type Props = ButtonVariant & {
  /** The text of the button. */
  trigger: ReactNode;
  /** The accessible name of the popover. */
  label: string;
  /** Drawn while the popover is open. */
  children: ReactNode;
  align?: 'start' | 'end';
  chevron?: boolean;
  className?: string | undefined;
  /** The accessible name of the button, where its text is not enough. */
  name?: string | undefined;
};

/** The browser's own popover: Escape and a press outside close it, focus goes back to the button. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  chevron = true,
  className,
  name,
  ...appearance
}: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...appearance}
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={name}
        className={cx(styles['trigger'], className) ?? ''}
      >
        {trigger}
        {chevron && <Icon name="chevron" size={12} />}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={cx(styles['popover'], align === 'end' && styles['end'])}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && children}
      </div>
    </>
  );
}
