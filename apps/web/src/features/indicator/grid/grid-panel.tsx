import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/form/form-notices.tsx';
import type { Draft } from './draft.ts';
import type { Grid } from './model.ts';
import { Problems } from './problems.tsx';
import { SaidPanel } from './said-panel.tsx';
import { Sheet } from './sheet.tsx';
import styles from './sheet.module.css';
import type { GridState } from './use-grid.ts';
import { useSaidWords } from './use-said-words.ts';
import { useSelection } from './use-selection.ts';
import { maxCells } from '@vointi/shared/indicator/limits.ts';

type Props = { label: string; grid: Grid; state: GridState };

/** A grid with its saving: all of it or nothing, and what cannot be saved said cell by cell. */
export function GridPanel({ label, grid, state }: Props) {
  const t = useTranslations('grid');
  const notices = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [leftOut, setLeftOut] = useState(0);
  const [hasTried, setTried] = useState(false);
  const selection = useSelection({ rows: grid.rows.length, columns: grid.columns.length });
  const saidWords = useSaidWords();
  const { changed, conflicts, problem, isSaving } = state;
  const textOf = (key: string) => state.draftAt(key).text;
  const wordsOf = ({ text, said }: Draft) => [text || t('nothing'), saidWords(said)].filter(Boolean).join(', ');
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
            wordsOf={wordsOf}
          />
        )}
      </div>
      <Sheet
        label={label}
        grid={grid}
        selection={selection}
        textOf={textOf}
        saidOf={(key) => saidWords(state.draftAt(key).said)}
        refusalOf={state.refusalOf}
        isChanged={state.isChanged}
        onWrite={state.type}
        onUndo={state.undo}
        onRedo={state.redo}
        onLeftOut={setLeftOut}
      />
      <SaidPanel grid={grid} state={state} spots={selection.spots} />
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
