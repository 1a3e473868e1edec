import { useQueryClient } from '@tanstack/react-query';
import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { ProblemError } from '../../../lib/problem.ts';
import { showToast } from '../../../ui/form/toast.tsx';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { checkCell, type Checked } from './check.ts';
import { draftOf, isSameDraft, typeInto, type Draft } from './draft.ts';
import { emptyHistory, redo, settle, undo, write } from './history.ts';
import type { Grid, GridCell } from './model.ts';
import { samePlace, saveCells } from './writes.ts';
import { maxCells } from '@vointi/shared/indicator/limits.ts';

/** What somebody else has stored meanwhile: beside it one's own stays. */
export type Conflict = { key: string; theirs: Draft; mine: Draft };
type Stored = { draft: Draft; version: number };
const blank: Draft = {
  text: '',
  words: null,
  said: { source: null, sourceId: null, licence: null, note: null, isUncertain: false },
};

export type GridState = ReturnType<typeof useGrid>;

/** What is typed into a grid, step by step, until all of it is saved or nothing. */
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
    // What the page has fetched since is newer than what a conflict told.
    if (newer && newer.version >= (cell?.version ?? 0)) return newer;
    return { draft: cell?.stored ?? blank, version: cell?.version ?? 0 };
  };
  const draftAt = (key: string): Draft => history.drafts[key] ?? storedOf(key).draft;
  const isChanged = (key: string) => !isSameDraft(draftAt(key), storedOf(key).draft);
  const changed = [...grid.cells.values()].filter(({ key }) => isChanged(key));
  const checked = (cell: GridCell): Checked => checkCell(draftAt(cell.key), cell);
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
    const typed = Object.entries(texts).flatMap(([key, text]) => {
      const cell = grid.cells.get(key);
      const stored = storedOf(key).draft;
      return cell ? [[key, typeInto(text, { now: draftAt(key), stored, kind: cell.kind, language })] as const] : [];
    });
    edit(Object.fromEntries(typed));
  };

  /** Cells as the server has them, where the grid has them. */
  const placed = (cells: readonly StoredCell[], sent: readonly GridCell[]) =>
    cells.flatMap((stored) => {
      const cell = sent.find(({ place }) => samePlace(place, stored));
      if (!cell) return [];
      const draft = draftOf(stored.value, { origin: cell.origin, language, missing: t('missing') });
      return [[cell.key, { draft, version: stored.value?.version ?? 0 }] as const];
    });

  /** Whether it differs from one's own, so that somebody must choose. */
  const take = (current: unknown, sent: readonly GridCell[], known: ReadonlyMap<string, Stored>) => {
    const cells = (Array.isArray(current) ? current : (current as { cells: StoredCell[] }).cells) as StoredCell[];
    const found = placed(cells, sent).filter(([key, { version }]) => version !== storedOf(key, known).version);
    const next = new Map([...known, ...found]);
    setSince(next);
    const differing = found
      .map(([key, { draft }]) => ({ key, theirs: draft, mine: draftAt(key) }))
      .filter(({ theirs, mine }) => !isSameDraft(theirs, mine));
    setConflicts(differing);
    return found.length > 0 && differing.length === 0 ? next : null;
  };

  const refuse = (error: unknown, sent: readonly GridCell[]) => {
    if (!(error instanceof ProblemError)) return setProblem(error);
    const known = error.details.flatMap((detail) => {
      const at = /^body\.cells\.(\d+)/.exec(detail.path)?.[1];
      const cell = at === undefined ? undefined : sent[Number(at)];
      return cell ? [[cell.key, detail.reason ? reason(detail.reason) : t('refusedByServer')] as const] : [];
    });
    setRefused(new Map(known));
    return setProblem(known.length > 0 ? null : error);
  };

  const cellFor = (cell: GridCell, known: ReadonlyMap<string, Stored>): Cell[] => {
    const { value } = checked(cell);
    const said = value && value.kind !== 'none' ? draftAt(cell.key).said : {};
    return value ? [{ ...cell.place, version: storedOf(cell.key, known).version, value, ...said }] : [];
  };

  /** What somebody else has written the same is no conflict: it is sent once more, by its new version. */
  const send = async (sent: readonly GridCell[], known = since, isAgain = false): Promise<void> => {
    try {
      const answer = await saveCells(
        slug,
        sent.flatMap((cell) => cellFor(cell, known)),
      );
      setSince(new Map([...known, ...placed(answer.cells, sent)]));
    } catch (error) {
      const isStale = error instanceof ProblemError && error.code === 'conflict' && error.current !== undefined;
      const next = isStale ? take(error.current, sent, known) : null;
      if (next === null || isAgain) throw isStale ? new Differs() : error;
      await send(sent, next, true);
    }
  };

  /** True when all is saved. */
  const save = async (): Promise<boolean> => {
    setProblem(null);
    setConflicts([]);
    const sent = changed;
    const isReady = sent.every((cell) => checked(cell).refusal === undefined);
    if (isSaving || !isReady || sent.length === 0 || sent.length > maxCells) return false;
    setSaving(true);
    try {
      await send(sent);
      setHistory(settle);
      setRefused(new Map());
      showToast(t('saved', { count: sent.length }));
      await refreshFigures(client, slug);
      return true;
    } catch (error) {
      if (!(error instanceof Differs)) refuse(error, sent);
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

/** Somebody else's values differ from one's own: it is told beside them. */
class Differs extends Error {}
