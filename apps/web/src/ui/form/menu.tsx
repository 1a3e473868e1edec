import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Popover } from '../popover.tsx';
import styles from './menu.module.css';

type Item = { text: ReactNode; onChoose: () => void };

/** A menu of actions. It closes before the action runs, so that the focus returns to its button. */
export const Menu = ({ trigger, name, items }: { trigger: ReactNode; name: string; items: readonly Item[] }) =>
  items.length > 0 && (
    <Popover trigger={trigger} label={name} name={name} align="end">
      <div className={styles['menu']}>
        {items.map(({ text, onChoose }, index) => (
          <Button
            // oxlint-disable-next-line react/no-array-index-key -- The items of one thing stand in one order.
            key={index}
            variant="quiet"
            onClick={({ currentTarget }) => {
              currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
              onChoose();
            }}
          >
            {text}
          </Button>
        ))}
      </div>
    </Popover>
  );
