import { useQueryClient } from '@tanstack/react-query';
import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { ProblemError } from '../../../lib/problem.ts';
import { tell } from '../../../ui/form/toast.tsx';
import { refreshFigures } from '../refresh.ts';
import { checkCell, type Checked } from './check.ts';
import { emptyHistory, redo, undo, write } from './history.ts';
import { typedText, type Grid, type GridCell } from './model.ts';
import { cellsAtMost, samePlace, saveCells } from './writes.ts';

/** What somebody else has stored meanwhile: beside it one's own text stays. */
export type Conflict = { key: string; theirs: string; mine: string };
type Stored = { text: string; version: number };

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

  const storedOf = (key: string): Stored => {
    const cell = grid.cells.get(key);
    const newer = since.get(key);
    // What the page has fetched since is newer than what a conflict told.
    if (newer && newer.version >= (cell?.version ?? 0)) return newer;
    return { text: cell?.stored ?? '', version: cell?.version ?? 0 };
  };
  const textOf = (key: string) => history.texts[key] ?? storedOf(key).text;
  const isChanged = (key: string) => textOf(key) !== storedOf(key).text;
  const changed = [...grid.cells.values()].filter(({ key }) => isChanged(key));
  const checked = (cell: GridCell): Checked => checkCell(textOf(cell.key), cell, language);
  const refusalOf = (key: string): string | undefined => {
    const cell = grid.cells.get(key);
    if (!cell || !isChanged(key)) return undefined;
    const { refusal } = checked(cell);
    return refusal === undefined ? refused.get(key) : t(`refusal.${refusal}`, { decimals: cell.decimals });
  };

  const edit = (edits: Record<string, string>) => {
    setHistory((now) => write(now, edits, (key) => storedOf(key).text));
    setRefused((now) => new Map([...now].filter(([key]) => !(key in edits))));
  };

  const take = (current: unknown, sent: readonly GridCell[]) => {
    const cells = (Array.isArray(current) ? current : (current as { cells: StoredCell[] }).cells) as StoredCell[];
    const found = cells.flatMap((stored) => {
      const cell = sent.find(({ place }) => samePlace(place, stored));
      const text = typedText(stored.value, language, t('missing'));
      const version = stored.value?.version ?? 0;
      return cell && version !== storedOf(cell.key).version ? [{ key: cell.key, text, version }] : [];
    });
    setSince((now) => new Map([...now, ...found.map(({ key, ...stored }) => [key, stored] as const)]));
    setConflicts(
      found
        .map(({ key, text }) => ({ key, theirs: text, mine: textOf(key) }))
        .filter(({ theirs, mine }) => theirs !== mine),
    );
  };

  const refuse = (error: unknown, sent: readonly GridCell[]) => {
    if (!(error instanceof ProblemError)) return setProblem(error);
    if (error.code === 'conflict' && error.current !== undefined) return take(error.current, sent);
    const known = error.details.flatMap((detail) => {
      const at = /^body\.cells\.(\d+)/.exec(detail.path)?.[1];
      const cell = at === undefined ? undefined : sent[Number(at)];
      return cell ? [[cell.key, detail.reason ? reason(detail.reason) : t('refusedByServer')] as const] : [];
    });
    setRefused(new Map(known));
    return setProblem(known.length > 0 ? null : error);
  };

  /** True when all is saved. */
  const save = async (): Promise<boolean> => {
    setProblem(null);
    setConflicts([]);
    const sent = changed;
    const cells = sent.flatMap((cell): Cell[] => {
      const { value } = checked(cell);
      return value ? [{ ...cell.place, version: storedOf(cell.key).version, value }] : [];
    });
    if (isSaving || cells.length === 0 || cells.length < sent.length || cells.length > cellsAtMost) return false;
    setSaving(true);
    try {
      const answer = await saveCells(slug, cells);
      const after = answer.cells.flatMap((stored) => {
        const cell = sent.find(({ place }) => samePlace(place, stored));
        const text = typedText(stored.value, language, t('missing'));
        return cell ? [[cell.key, { text, version: stored.value?.version ?? 0 }] as const] : [];
      });
      setSince((now) => new Map([...now, ...after]));
      setHistory(emptyHistory);
      setRefused(new Map());
      tell(t('saved', { count: sent.length }));
      await refreshFigures(client, slug);
      return true;
    } catch (error) {
      refuse(error, sent);
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    textOf,
    isChanged,
    refusalOf,
    edit,
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
