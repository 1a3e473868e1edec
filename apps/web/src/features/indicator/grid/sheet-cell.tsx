import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../../../ui/cx.ts';
import { Hidden } from '../../../ui/hidden.tsx';
import { Icon } from '../../../ui/icon.tsx';
import styles from './sheet.module.css';
import { maxTextValue } from '@vointi/shared/indicator/limits.ts';

type Way = 'stay' | 'down' | 'right' | 'left';

type Props = {
  id: string;
  name: string;
  text: string;
  /** What is said of the value, in a few words. */
  said: string;
  isSelected: boolean;
  isActive: boolean;
  isChanged: boolean;
  isLocked: boolean;
  refusal: string | undefined;
  /** What is being typed; null while nothing is. */
  editing: string | null;
  /** With Shift the block reaches to here. */
  onPress: (isFar: boolean) => void;
  onOpen: () => void;
  onType: (text: string) => void;
  onCancel: () => void;
  onCommit: (text: string, how: Way) => void;
};

export function SheetCell(props: Props) {
  const { id, name, text, said, isSelected, isActive, isChanged, isLocked, refusal, editing, onPress, onOpen } = props;
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
        said !== '' && styles['said'],
      )}
      onClick={editing === null ? ({ shiftKey }) => onPress(shiftKey) : undefined}
      onDoubleClick={onOpen}
    >
      {editing === null ? (
        <>
          {isLocked && text === '' ? t('locked') : text}
          {isChanged && refusal === undefined && <Hidden> ({t('changed')})</Hidden>}
          {said !== '' && <Hidden> ({said})</Hidden>}
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
  // Browsers tell of a field that goes while it has the focus: what was cancelled must not be written by that.
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
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- Editing begins by a key in this very cell.
      autoFocus
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
      onBlur={() => end(() => onCommit(editing, 'stay'))}
      onKeyDown={(event) => {
        const { key, shiftKey } = event;
        const how = key === 'Enter' ? 'down' : key === 'Tab' ? (shiftKey ? 'left' : 'right') : null;
        if (key === 'Escape' || how !== null) {
          event.preventDefault();
          event.stopPropagation();
        }
        if (key === 'Escape') end(onCancel);
        if (how !== null) end(() => onCommit(editing, how));
      }}
    />
  );
}
