import { useRef, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';

type Props = {
  /** Stable ids of the rows. */
  ids: readonly string[];
  row: (index: number) => ReactNode;
  /** "Lisää rooli" */
  add: string;
  onAdd: () => void;
  /** "Poista rooli 2" */
  removeName: (index: number) => string;
  remove: string;
  onRemove: (index: number) => void;
  least?: number;
};

/** A list of fields of one kind. Removing a row moves the focus to the add button. */
export function FieldRows({ ids, row, add, onAdd, removeName, remove, onRemove, least = 0 }: Props) {
  const adding = useRef<HTMLButtonElement>(null);
  return (
    <>
      {ids.length > 0 && (
        <ul className={styles['rows']}>
          {ids.map((id, index) => (
            <li key={id} className={styles['row']}>
              {row(index)}
              {ids.length > least && (
                <Button
                  aria-label={removeName(index)}
                  onClick={() => {
                    onRemove(index);
                    adding.current?.focus();
                  }}
                >
                  {remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button ref={adding} onClick={onAdd}>
          <Icon name="plus" />
          {add}
        </Button>
      </div>
    </>
  );
}
