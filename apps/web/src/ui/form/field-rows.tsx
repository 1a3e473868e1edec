import { useRef, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';

type Props = {
  /** Ids of the rows, stable while rows come and go. */
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

/** Several of one kind of field. Taking a row away leaves the focus at the button that adds. */
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
