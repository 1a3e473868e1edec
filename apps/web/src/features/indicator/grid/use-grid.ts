import { useQueryClient } from '@tanstack/react-query';
import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { ProblemError } from '../../../lib/problem.ts';
import { showToast } from '../../../ui/form/toast.tsx';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { checkCell, type CheckedCell } from './check.ts';
import { draftOf, isSameDraft, typeInto, type Draft } from './draft.ts';
import { emptyHistory, redo, clearDrafts, undo, write } from './history.ts';
import type { Grid, GridCell } from './model.ts';
import { isSameCell, saveCells } from './writes.ts';
import { maxCells } from '@vointi/shared/indicator/limits.ts';

/** Another person saved this cell meanwhile; the own draft stays. */
export type Conflict = { key: string; theirs: Draft; mine: Draft };
type Stored = { draft: Draft; version: number };
const blank: Draft = {
  text: '',
  localizedText: null,
  metadata: { source: null, sourceId: null, licence: null, note: null, isUncertain: false },
};

export type GridState = ReturnType<typeof useGrid>;

/** The state of a grid: drafts with undo, and a save of all cells or none. */
export function useGrid(slug: string, grid: Grid) {
  const t = useTranslations('grid');
  const reason = useTranslations('reason');
  const language = useLanguage();
  const client = useQueryClient();
  const [history, setHistory] = useState(emptyHistory);
  const [since, setSince] = useState<ReadonlyMap<string, Stored>>(new Map());
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);

  const storedOf = (key: string, known = since): Stored => {
    const cell = grid.cells.get(key);
    const newer = known.get(key);
    // A later fetch is newer than what a conflict returned.
    if (newer && newer.version >= (cell?.version ?? 0)) return newer;
    return { draft: cell?.stored ?? blank, version: cell?.version ?? 0 };
  };
  const draftAt = (key: string): Draft => history.drafts[key] ?? storedOf(key).draft;
  const isChanged = (key: string) => !isSameDraft(draftAt(key), storedOf(key).draft);
  const changed = [...grid.cells.values()].filter(({ key }) => isChanged(key));
  const checked = (cell: GridCell): CheckedCell => checkCell(draftAt(cell.key), cell);
  const refusalOf = (key: string): string | undefined => {
    const cell = grid.cells.get(key);
    if (!cell || !isChanged(key)) return undefined;
    const { refusal } = checked(cell);
    return refusal === undefined ? refused.get(key) : t(`refusal.${refusal}`, { decimals: cell.decimals });
  };

  const edit = (edits: Readonly<Record<string, Draft>>) => {
    setHistory((now) => write(now, edits, (key) => storedOf(key).draft));
    setRefused((now) => new Map([...now].filter(([key]) => !(key in edits))));
  };
  const type = (texts: Readonly<Record<string, string>>) => {
    const drafts = Object.entries(texts).flatMap(([key, text]) => {
      const cell = grid.cells.get(key);
      const stored = storedOf(key).draft;
      return cell ? [[key, typeInto(text, { now: draftAt(key), stored, kind: cell.kind, language })] as const] : [];
    });
    edit(Object.fromEntries(drafts));
  };

  /** Stored cells as drafts, by grid key. */
  const toStoredDrafts = (answer: readonly StoredCell[], cells: readonly GridCell[]) =>
    answer.flatMap((stored) => {
      const cell = cells.find(({ cellKey }) => isSameCell(cellKey, stored));
      if (!cell) return [];
      const draft = draftOf(stored.value, { origin: cell.origin, language, missing: t('missing') });
      return [[cell.key, { draft, version: stored.value?.version ?? 0 }] as const];
    });

  /** Takes the stored cells of a conflict. Returns null when a person must choose between two drafts. */
  const applyConflict = (current: unknown, cells: readonly GridCell[], known: ReadonlyMap<string, Stored>) => {
    const stored = (Array.isArray(current) ? current : (current as { cells: StoredCell[] }).cells) as StoredCell[];
    const newer = toStoredDrafts(stored, cells).filter(
      ([key, { version }]) => version !== storedOf(key, known).version,
    );
    const next = new Map([...known, ...newer]);
    setSince(next);
    const differing = newer
      .map(([key, { draft }]) => ({ key, theirs: draft, mine: draftAt(key) }))
      .filter(({ theirs, mine }) => !isSameDraft(theirs, mine));
    setConflicts(differing);
    return newer.length > 0 && differing.length === 0 ? next : null;
  };

  const handleRejection = (error: unknown, cells: readonly GridCell[]) => {
    if (!(error instanceof ProblemError)) return setProblem(error);
    const reasons = error.details.flatMap((detail) => {
      const index = /^body\.cells\.(\d+)/.exec(detail.path)?.[1];
      const cell = index === undefined ? undefined : cells[Number(index)];
      return cell ? [[cell.key, detail.reason ? reason(detail.reason) : t('refusedByServer')] as const] : [];
    });
    setRefused(new Map(reasons));
    return setProblem(reasons.length > 0 ? null : error);
  };

  const cellFor = (cell: GridCell, known: ReadonlyMap<string, Stored>): Cell[] => {
    const { value } = checked(cell);
    const metadata = value && value.kind !== 'none' ? draftAt(cell.key).metadata : {};
    return value ? [{ ...cell.cellKey, version: storedOf(cell.key, known).version, value, ...metadata }] : [];
  };

  /** Retries once with the new version when another person saved the same content. */
  const send = async (cells: readonly GridCell[], known = since, isAgain = false): Promise<void> => {
    try {
      const answer = await saveCells(
        slug,
        cells.flatMap((cell) => cellFor(cell, known)),
      );
      setSince(new Map([...known, ...toStoredDrafts(answer.cells, cells)]));
    } catch (error) {
      const isStale = error instanceof ProblemError && error.code === 'conflict' && error.current !== undefined;
      const next = isStale ? applyConflict(error.current, cells, known) : null;
      if (next === null || isAgain) throw isStale ? new CellConflictError() : error;
      await send(cells, next, true);
    }
  };

  /** True when all is saved. */
  const save = async (): Promise<boolean> => {
    setProblem(null);
    setConflicts([]);
    const cells = changed;
    const isReady = cells.every((cell) => checked(cell).refusal === undefined);
    if (isSaving || !isReady || cells.length === 0 || cells.length > maxCells) return false;
    setSaving(true);
    try {
      await send(cells);
      setHistory(clearDrafts);
      setRefused(new Map());
      showToast(t('saved', { count: cells.length }));
      await refreshFigures(client, slug);
      return true;
    } catch (error) {
      if (!(error instanceof CellConflictError)) handleRejection(error, cells);
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    draftAt,
    isChanged,
    refusalOf,
    edit,
    type,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    changed,
    conflicts,
    keepMine: (key: string) => setConflicts((now) => now.filter((one) => one.key !== key)),
    takeTheirs: ({ key, theirs }: Conflict) => {
      edit({ [key]: theirs });
      setConflicts((now) => now.filter((one) => one.key !== key));
    },
    problem,
    isSaving,
    save,
  };
}

/** The conflicts are listed beside the grid, not as a form error. */
class CellConflictError extends Error {}
