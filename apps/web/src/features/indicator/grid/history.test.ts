import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHistory, redo, undo, write, type History } from './history.ts';

const base = (key: string) => `stored ${key}`;
const textsOf = (history: History) => ['a', 'b', 'c'].map((key) => history.texts[key] ?? base(key));
const edits = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2', '3'));

describe('undoing', () => {
  it('takes a paste of many cells back as one step', () => {
    const pasted = write(emptyHistory, { a: '1', b: '2' }, base);
    expect(textsOf(pasted)).toEqual(['1', '2', 'stored c']);
    expect(textsOf(undo(pasted))).toEqual(['stored a', 'stored b', 'stored c']);
  });

  it('has nothing to take back after nothing was changed', () => {
    expect(write(emptyHistory, { a: 'stored a' }, base)).toBe(emptyHistory);
    expect(undo(emptyHistory)).toBe(emptyHistory);
    expect(redo(emptyHistory)).toBe(emptyHistory);
  });

  it('and doing again are each other’s opposites, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (steps) => {
        const seen: string[][] = [textsOf(emptyHistory)];
        let history = emptyHistory;
        for (const step of steps) {
          const next = write(history, step, base);
          if (next !== history) seen.push(textsOf(next));
          history = next;
        }
        const there = textsOf(history);
        for (const texts of seen.toReversed()) {
          expect(textsOf(history)).toEqual(texts);
          history = undo(history);
        }
        for (let step = 0; step < steps.length; step += 1) history = redo(history);
        expect(textsOf(history)).toEqual(there);
      }),
    );
  });

  it('forgets what could be done again once something else is written', () => {
    const written = write(undo(write(emptyHistory, { a: '1' }, base)), { b: '2' }, base);
    expect(redo(written)).toBe(written);
  });
});
