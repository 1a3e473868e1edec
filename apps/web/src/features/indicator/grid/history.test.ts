import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { emptyHistory, redo, settle, undo, write as writeDrafts, type History } from './history.ts';

const said = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };
const draft = (text: string): Draft => ({ text, words: null, said });
const base = (key: string) => draft(`stored ${key}`);
const write = (history: History, texts: Record<string, string>, from: typeof base) =>
  writeDrafts(history, Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, draft(text)])), from);
const textsOf = (history: History) => ['a', 'b', 'c'].map((key) => (history.drafts[key] ?? base(key)).text);
const edits = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2', '3'));

describe('undoing', () => {
  it('takes a paste of many cells back as one step', () => {
    const pasted = write(emptyHistory, { a: '1', b: '2' }, base);
    expect(textsOf(pasted)).toEqual(['1', '2', 'stored c']);
    expect(textsOf(undo(pasted))).toEqual(['stored a', 'stored b', 'stored c']);
  });

  it('takes back what is said of a value too, and also after it was saved', () => {
    const from = draft('1');
    const sourced = { ...from, said: { ...said, source: { fi: 'Arvio' } } };
    const saved = settle(writeDrafts(emptyHistory, { a: sourced }, () => from));
    expect(saved.drafts).toEqual({});
    expect(undo(saved).drafts).toEqual({ a: from });
    expect(redo(undo(saved)).drafts).toEqual({ a: sourced });
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
