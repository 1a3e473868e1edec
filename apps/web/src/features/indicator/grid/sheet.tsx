import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../../ui/hidden.tsx';
import { gridKey, type Grid } from './model.ts';
import { parseBlock } from './paste.ts';
import { SheetCell } from './sheet-cell.tsx';
import styles from './sheet.module.css';
import { positionAfterKey, adjacentPosition, type Selection, type CellPosition } from './use-selection.ts';

export type SheetProps = {
  label: string;
  grid: Grid;
  selection: Selection;
  textOf: (key: string) => string;
  /** One line of metadata; empty when the value has none. */
  metadataOf: (key: string) => string;
  /** The error of a cell. */
  refusalOf: (key: string) => string | undefined;
  isChanged: (key: string) => boolean;
  onWrite: (edits: Record<string, string>) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** The number of pasted cells that fall outside the grid or on a locked cell. */
  onLeftOut: (cells: number) => void;
};

/** Formats cells as a spreadsheet does on the clipboard. */
function blockOf(positions: readonly CellPosition[], textAt: (position: CellPosition) => string): string {
  const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = Map.groupBy(positions, ({ row }) => row);
  return [...rows.values()].map((row) => row.map((position) => quoted(textAt(position))).join('\t')).join('\r\n');
}

/** A table of editable cells with the keys of a spreadsheet. Tab leaves it, except while a cell is edited. */
export function Sheet(props: SheetProps) {
  const { label, grid, selection, textOf, metadataOf, refusalOf, isChanged, onWrite, onUndo, onRedo, onLeftOut } =
    props;
  const t = useTranslations('grid');
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const { size, active, corner, move, reach } = selection;
  const [editing, setEditing] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const keyAt = ({ row, column }: CellPosition) => gridKey(grid.rows[row]?.key ?? '', grid.columns[column]?.key ?? '');
  const activeKey = keyAt(active);
  const mayEdit = (key: string) => grid.cells.get(key)?.isLocked === false;

  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  });

  const go = (position: CellPosition) => {
    wantsFocus.current = true;
    setEditing(null);
    move(position);
  };
  const commit = (text: string, next: CellPosition | null) => {
    if (editing !== null) onWrite({ [activeKey]: text });
    if (next) go(next);
    else setEditing(null);
  };

  const empty = () => {
    const keys = selection.positions.map(keyAt).filter(mayEdit);
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
    const far = event.shiftKey && key !== 'Enter' ? positionAfterKey(corner, key, isCommand, size) : null;
    if (far) return done(() => reach(far));
    const next = positionAfterKey(active, key, isCommand, size);
    if (next) return done(() => go(next));
    // A typed character replaces the content.
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
      blockOf(selection.positions, (position) => textOf(keyAt(position))),
    );
  };

  return (
    <div className={styles['region']}>
      <Hidden>
        <p id={`${id}-hint`}>{t('keys')}</p>
      </Hidden>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- A table with the keys of a grid.
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
          {grid.rows.map((row, rowIndex) => (
            <tr key={row.key}>
              <th scope="row" lang={row.lang}>
                {row.label}
                {row.note && <span className={styles['note']}>{row.note}</span>}
              </th>
              {grid.columns.map((column, columnIndex) => {
                const position = { row: rowIndex, column: columnIndex };
                const key = keyAt(position);
                const isActive = rowIndex === active.row && columnIndex === active.column;
                return (
                  <SheetCell
                    key={key}
                    id={`${id}-${key}`}
                    name={`${row.label}, ${column.label}`}
                    text={textOf(key)}
                    metadata={metadataOf(key)}
                    isSelected={selection.has(position)}
                    isActive={isActive}
                    isChanged={isChanged(key)}
                    isLocked={!mayEdit(key)}
                    refusal={refusalOf(key)}
                    editing={isActive ? editing : null}
                    onPress={(isFar) => (isFar ? reach(position) : go(position))}
                    onOpen={() => mayEdit(key) && setEditing(textOf(key))}
                    onType={setEditing}
                    onCancel={() => go(active)}
                    onCommit={(text, move) => {
                      const next = { stay: null, down: { ...active, row: active.row + 1 } };
                      if (move === 'right' || move === 'left') {
                        return commit(text, adjacentPosition(active, move === 'right' ? 1 : -1, size));
                      }
                      return commit(text, next[move]);
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
