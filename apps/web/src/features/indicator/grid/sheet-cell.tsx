import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../../../ui/cx.ts';
import { Hidden } from '../../../ui/hidden.tsx';
import { Icon } from '../../../ui/icon.tsx';
import styles from './sheet.module.css';
import { maxTextValue } from '@vointi/shared/indicator/limits.ts';

type Move = 'stay' | 'down' | 'right' | 'left';

type Props = {
  id: string;
  name: string;
  text: string;
  /** One line; empty when the value has none. */
  metadata: string;
  isSelected: boolean;
  isActive: boolean;
  isChanged: boolean;
  isLocked: boolean;
  refusal: string | undefined;
  /** The text of the editor; null while it is closed. */
  editing: string | null;
  /** `isFar`: Shift extends the selection to this cell. */
  onPress: (isFar: boolean) => void;
  onOpen: () => void;
  onType: (text: string) => void;
  onCancel: () => void;
  onCommit: (text: string, move: Move) => void;
};

export function SheetCell(props: Props) {
  const { id, name, text, metadata, isSelected, isActive, isChanged, isLocked, refusal, editing, onPress, onOpen } =
    props;
  const t = useTranslations('grid');
  return (
    <td
      id={id}
      tabIndex={isActive && editing === null ? 0 : -1}
      data-active={isActive ? '' : undefined}
      aria-selected={isSelected}
      aria-invalid={refusal === undefined ? undefined : true}
      className={cx(
        isChanged && styles['changed'],
        refusal !== undefined && styles['refused'],
        isLocked && styles['locked'],
        metadata !== '' && styles['hasMetadata'],
      )}
      onClick={editing === null ? ({ shiftKey }) => onPress(shiftKey) : undefined}
      onDoubleClick={onOpen}
    >
      {editing === null ? (
        <>
          {isLocked && text === '' ? t('locked') : text}
          {isChanged && refusal === undefined && <Hidden> ({t('changed')})</Hidden>}
          {metadata !== '' && <Hidden> ({metadata})</Hidden>}
          {refusal !== undefined && (
            <span className={styles['refusal']}>
              <Icon name="alert" size={14} />
              {refusal}
            </span>
          )}
        </>
      ) : (
        <Editor {...props} name={name} editing={editing} />
      )}
    </td>
  );
}

function Editor({ name, editing, onType, onCancel, onCommit }: Props & { editing: string }) {
  // Browsers fire blur when a focused input unmounts; without this a cancelled edit would be written.
  const isOver = useRef(false);
  const end = (act: () => void) => {
    if (isOver.current) return;
    isOver.current = true;
    act();
  };
  return (
    <input
      type="text"
      aria-label={name}
      value={editing}
      maxLength={maxTextValue}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- Editing starts with a key in this cell.
      autoFocus
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
      onBlur={() => end(() => onCommit(editing, 'stay'))}
      onKeyDown={(event) => {
        const { key, shiftKey } = event;
        const move = key === 'Enter' ? 'down' : key === 'Tab' ? (shiftKey ? 'left' : 'right') : null;
        if (key === 'Escape' || move !== null) {
          event.preventDefault();
          event.stopPropagation();
        }
        if (key === 'Escape') end(onCancel);
        if (move !== null) end(() => onCommit(editing, move));
      }}
    />
  );
}
