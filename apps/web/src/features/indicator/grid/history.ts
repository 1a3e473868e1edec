import { isSameDraft, type Draft } from './draft.ts';

/** One cell, before and after. */
type Change = { key: string; before: Draft; after: Draft };
/** The unsaved drafts of a grid and the steps to them. A paste is one step. */
export type History = {
  drafts: Readonly<Record<string, Draft>>;
  past: readonly (readonly Change[])[];
  future: readonly (readonly Change[])[];
};

const maxSteps = 200;

export const emptyHistory: History = { drafts: {}, past: [], future: [] };

const withDrafts = (drafts: History['drafts'], changes: readonly Change[], side: 'before' | 'after') => ({
  ...drafts,
  ...Object.fromEntries(changes.map((change) => [change.key, change[side]])),
});

/** Writes cells as one step. An edit that changes nothing is no step and does not clear redo. */
export function write(history: History, edits: Readonly<Record<string, Draft>>, base: (key: string) => Draft): History {
  const changes = Object.entries(edits).flatMap(([key, after]): Change[] => {
    const before = history.drafts[key] ?? base(key);
    return isSameDraft(before, after) ? [] : [{ key, before, after }];
  });
  if (changes.length === 0) return history;
  return {
    drafts: withDrafts(history.drafts, changes, 'after'),
    past: [...history.past, changes].slice(-maxSteps),
    future: [],
  };
}

/** Clears the drafts after a save; the steps stay, so that undo reaches past the save. */
export const clearDrafts = (history: History): History => ({ ...history, drafts: {} });

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    drafts: withDrafts(history.drafts, last, 'before'),
    past: history.past.slice(0, -1),
    future: [last, ...history.future],
  };
}

export function redo(history: History): History {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return { drafts: withDrafts(history.drafts, next, 'after'), past: [...history.past, next], future: rest };
}
