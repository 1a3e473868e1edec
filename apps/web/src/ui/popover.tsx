import { useId, useState, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './popover.module.css';

type Props = ButtonLook & {
  /** What the button says. */
  trigger: ReactNode;
  /** Name of the opened part. */
  label: string;
  /** Its children are made when it is first opened. */
  children: ReactNode;
  align?: 'start' | 'end';
  chevron?: boolean;
  className?: string | undefined;
  /** Name of the button, where its words are not enough. */
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
  ...look
}: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...look}
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
