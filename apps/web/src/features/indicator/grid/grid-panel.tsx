import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/form/form-notices.tsx';
import type { Draft } from './draft.ts';
import type { Grid } from './model.ts';
import { Problems } from './problems.tsx';
import { ValueMetadataPanel } from './value-metadata-panel.tsx';
import { Sheet } from './sheet.tsx';
import styles from './sheet.module.css';
import type { GridState } from './use-grid.ts';
import { useValueMetadataText } from './use-value-metadata-text.ts';
import { useSelection } from './use-selection.ts';
import { maxCells } from '@vointi/shared/indicator/limits.ts';

type Props = { label: string; grid: Grid; state: GridState };

/** The grid with its save bar. Saves all changes or none, and lists every cell that prevents it. */
export function GridPanel({ label, grid, state }: Props) {
  const t = useTranslations('grid');
  const notices = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [leftOut, setLeftOut] = useState(0);
  const [hasTried, setTried] = useState(false);
  const selection = useSelection({ rows: grid.rows.length, columns: grid.columns.length });
  const metadataText = useValueMetadataText();
  const { changed, conflicts, problem, isSaving } = state;
  const textOf = (key: string) => state.draftAt(key).text;
  const draftText = ({ text, metadata }: Draft) =>
    [text || t('nothing'), metadataText(metadata)].filter(Boolean).join(', ');
  const refusals = changed.flatMap(({ key }) => {
    const text = state.refusalOf(key);
    return text === undefined ? [] : [{ key, text }];
  });
  useEffect(() => {
    if (!wantsFocus.current || !notices.current?.firstElementChild) return;
    wantsFocus.current = false;
    notices.current.focus();
  });
  const save = async () => {
    setTried(true);
    wantsFocus.current = true;
    if (await state.save()) {
      setTried(false);
      setLeftOut(0);
      wantsFocus.current = false;
    }
  };
  return (
    <section aria-label={label}>
      <p className={styles['hint']}>{t('hint')}</p>
      <div ref={notices} tabIndex={-1}>
        {problem !== null && <FormProblem problem={problem} />}
        {(hasTried || refusals.length > 0) && (refusals.length > 0 || conflicts.length > 0) && (
          <Problems
            grid={grid}
            refusals={refusals}
            conflicts={conflicts}
            onTheirs={state.takeTheirs}
            onMine={state.keepMine}
            textOf={textOf}
            draftText={draftText}
          />
        )}
      </div>
      <Sheet
        label={label}
        grid={grid}
        selection={selection}
        textOf={textOf}
        metadataOf={(key) => metadataText(state.draftAt(key).metadata)}
        refusalOf={state.refusalOf}
        isChanged={state.isChanged}
        onWrite={state.type}
        onUndo={state.undo}
        onRedo={state.redo}
        onLeftOut={setLeftOut}
      />
      <ValueMetadataPanel grid={grid} state={state} positions={selection.positions} />
      <div className={styles['bar']} role="group" aria-label={t('saving')}>
        <Button
          variant="primary"
          aria-disabled={isSaving || changed.length === 0}
          onClick={() => void (changed.length > 0 && save())}
        >
          {isSaving ? t('busy') : t('save')}
        </Button>
        <Button disabled={!state.canUndo} onClick={state.undo}>
          {t('undo')}
        </Button>
        <Button disabled={!state.canRedo} onClick={state.redo}>
          {t('redo')}
        </Button>
        <p role="status">
          {changed.length === 0 ? t('noChanges') : t('changes', { count: changed.length })}
          {leftOut > 0 && ` ${t('leftOut', { count: leftOut })}`}
          {changed.length > maxCells && ` ${t('tooMany', { most: maxCells })}`}
        </p>
      </div>
    </section>
  );
}
