import { useRef, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';

type Props = {
  /** Stable ids of the rows. */
  ids: readonly string[];
  row: (at: number) => ReactNode;
  /** "Lisää rooli" */
  add: string;
  onAdd: () => void;
  /** "Poista rooli 2" */
  removeName: (at: number) => string;
  remove: string;
  onRemove: (at: number) => void;
  least?: number;
};

/** A list of fields of one kind. Removing a row moves the focus to the add button. */
export function FieldRows({ ids, row, add, onAdd, removeName, remove, onRemove, least = 0 }: Props) {
  const adding = useRef<HTMLButtonElement>(null);
  return (
    <>
      {ids.length > 0 && (
        <ul className={styles['rows']}>
          {ids.map((id, at) => (
            <li key={id} className={styles['row']}>
              {row(at)}
              {ids.length > least && (
                <Button
                  aria-label={removeName(at)}
                  onClick={() => {
                    onRemove(at);
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
