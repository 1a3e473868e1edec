/** One cell's text, before and after. */
type Change = { key: string; before: string; after: string };
/** The texts of a grid, and every step that led to them: a paste is one step, however many cells it filled. */
export type History = {
  texts: Readonly<Record<string, string>>;
  past: readonly (readonly Change[])[];
  future: readonly (readonly Change[])[];
};

const stepsKept = 200;

export const emptyHistory: History = { texts: {}, past: [], future: [] };

const withTexts = (texts: History['texts'], changes: readonly Change[], side: 'before' | 'after') => ({
  ...texts,
  ...Object.fromEntries(changes.map((change) => [change.key, change[side]])),
});

/** Writes cells as one step. What changes nothing is no step, and keeps what could be done again. */
export function write(
  history: History,
  edits: Readonly<Record<string, string>>,
  base: (key: string) => string,
): History {
  const changes = Object.entries(edits).flatMap(([key, after]): Change[] => {
    const before = history.texts[key] ?? base(key);
    return before === after ? [] : [{ key, before, after }];
  });
  if (changes.length === 0) return history;
  return {
    texts: withTexts(history.texts, changes, 'after'),
    past: [...history.past, changes].slice(-stepsKept),
    future: [],
  };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    texts: withTexts(history.texts, last, 'before'),
    past: history.past.slice(0, -1),
    future: [last, ...history.future],
  };
}

export function redo(history: History): History {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return { texts: withTexts(history.texts, next, 'after'), past: [...history.past, next], future: rest };
}
