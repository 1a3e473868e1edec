import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../../ui/hidden.tsx';
import { cellKey, type Grid } from './model.ts';
import { parseBlock } from './paste.ts';
import { SheetCell } from './sheet-cell.tsx';
import styles from './sheet.module.css';
import { spotAfter, spotBeside, type Selection, type Spot } from './use-selection.ts';

export type SheetProps = {
  label: string;
  grid: Grid;
  selection: Selection;
  textOf: (key: string) => string;
  /** What is said of the value beside it, in a few words; empty when nothing is. */
  saidOf: (key: string) => string;
  /** Why a cell is refused, in words. */
  refusalOf: (key: string) => string | undefined;
  isChanged: (key: string) => boolean;
  onWrite: (edits: Record<string, string>) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** What a paste did not find room for, or may not write. */
  onLeftOut: (cells: number) => void;
};

/** As a spreadsheet puts it on the clipboard. */
function blockOf(spots: readonly Spot[], textAt: (spot: Spot) => string): string {
  const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = Map.groupBy(spots, ({ row }) => row);
  return [...rows.values()].map((row) => row.map((spot) => quoted(textAt(spot))).join('\t')).join('\r\n');
}

/** Cells to type and paste into, with the keys of a spreadsheet. Outside editing, Tab leaves it as it leaves any control. */
export function Sheet(props: SheetProps) {
  const { label, grid, selection, textOf, saidOf, refusalOf, isChanged, onWrite, onUndo, onRedo, onLeftOut } = props;
  const t = useTranslations('grid');
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const { size, active, corner, move, reach } = selection;
  const [editing, setEditing] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const keyAt = ({ row, column }: Spot) => cellKey(grid.rows[row]?.key ?? '', grid.columns[column]?.key ?? '');
  const activeKey = keyAt(active);
  const mayEdit = (key: string) => grid.cells.get(key)?.isLocked === false;

  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  });

  const go = (spot: Spot) => {
    wantsFocus.current = true;
    setEditing(null);
    move(spot);
  };
  const commit = (text: string, next: Spot | null) => {
    if (editing !== null) onWrite({ [activeKey]: text });
    if (next) go(next);
    else setEditing(null);
  };

  const empty = () => {
    const keys = selection.spots.map(keyAt).filter(mayEdit);
    onWrite(Object.fromEntries(keys.map((key) => [key, ''])));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null) return;
    const { key } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const done = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (isCommand && key.toLowerCase() === 'z') return done(event.shiftKey ? onRedo : onUndo);
    if (isCommand && key.toLowerCase() === 'y') return done(onRedo);
    if (key === 'F2' || (key === 'Enter' && !isCommand && !event.shiftKey)) {
      return done(() => mayEdit(activeKey) && setEditing(textOf(activeKey)));
    }
    if (key === 'Delete' || key === 'Backspace') return done(empty);
    const far = event.shiftKey && key !== 'Enter' ? spotAfter(corner, key, isCommand, size) : null;
    if (far) return done(() => reach(far));
    const next = spotAfter(active, key, isCommand, size);
    if (next) return done(() => go(next));
    // What is typed takes the place of what was there.
    if (key.length === 1 && !isCommand && !event.altKey) return done(() => mayEdit(activeKey) && setEditing(key));
    return undefined;
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    const edits: Record<string, string> = {};
    let leftOut = 0;
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    block.forEach((texts, row) => {
      texts.forEach((text, column) => {
        const key = keyAt({ row: active.row + row, column: active.column + column });
        if (mayEdit(key)) edits[key] = text.trim();
        else leftOut += 1;
      });
    });
    onWrite(edits);
    onLeftOut(leftOut);
    const width = Math.max(1, ...block.map((texts) => texts.length));
    reach({ row: active.row + Math.max(1, block.length) - 1, column: active.column + width - 1 });
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      blockOf(selection.spots, (spot) => textOf(keyAt(spot))),
    );
  };

  return (
    <div className={styles['region']}>
      <Hidden>
        <p id={`${id}-hint`}>{t('keys')}</p>
      </Hidden>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- A table with a grid's keys.
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-describedby={`${id}-hint`}
        className={styles['sheet']}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
      >
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {grid.columns.map((column) => (
              <th key={column.key} scope="col" lang={column.lang}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, rowAt) => (
            <tr key={row.key}>
              <th scope="row" lang={row.lang}>
                {row.label}
                {row.note && <span className={styles['note']}>{row.note}</span>}
              </th>
              {grid.columns.map((column, columnAt) => {
                const spot = { row: rowAt, column: columnAt };
                const key = keyAt(spot);
                const isActive = rowAt === active.row && columnAt === active.column;
                return (
                  <SheetCell
                    key={key}
                    id={`${id}-${key}`}
                    name={`${row.label}, ${column.label}`}
                    text={textOf(key)}
                    said={saidOf(key)}
                    isSelected={selection.has(spot)}
                    isActive={isActive}
                    isChanged={isChanged(key)}
                    isLocked={!mayEdit(key)}
                    refusal={refusalOf(key)}
                    editing={isActive ? editing : null}
                    onPress={(isFar) => (isFar ? reach(spot) : go(spot))}
                    onOpen={() => mayEdit(key) && setEditing(textOf(key))}
                    onType={setEditing}
                    onCancel={() => go(active)}
                    onCommit={(text, how) => {
                      const next = { stay: null, down: { ...active, row: active.row + 1 } };
                      if (how === 'right' || how === 'left') {
                        return commit(text, spotBeside(active, how === 'right' ? 1 : -1, size));
                      }
                      return commit(text, next[how]);
                    }}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
