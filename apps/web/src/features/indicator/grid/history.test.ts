import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { emptyHistory, redo, clearDrafts, undo, write as writeDrafts, type History } from './history.ts';

const metadata = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };
const draft = (text: string): Draft => ({ text, localizedText: null, metadata });
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

  it('takes back metadata too, also after a save', () => {
    const from = draft('1');
    const sourced = { ...from, metadata: { ...metadata, source: { fi: 'Arvio' } } };
    const saved = clearDrafts(writeDrafts(emptyHistory, { a: sourced }, () => from));
    expect(saved.drafts).toEqual({});
    expect(undo(saved).drafts).toEqual({ a: from });
    expect(redo(undo(saved)).drafts).toEqual({ a: sourced });
  });

  it('ignores an edit that changes nothing', () => {
    expect(write(emptyHistory, { a: 'stored a' }, base)).toBe(emptyHistory);
    expect(undo(emptyHistory)).toBe(emptyHistory);
    expect(redo(emptyHistory)).toBe(emptyHistory);
  });

  it('reverses redo, and redo reverses it, for any edits', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (steps) => {
        const states: string[][] = [textsOf(emptyHistory)];
        let history = emptyHistory;
        for (const step of steps) {
          const next = write(history, step, base);
          if (next !== history) states.push(textsOf(next));
          history = next;
        }
        const last = textsOf(history);
        for (const texts of states.toReversed()) {
          expect(textsOf(history)).toEqual(texts);
          history = undo(history);
        }
        for (let step = 0; step < steps.length; step += 1) history = redo(history);
        expect(textsOf(history)).toEqual(last);
      }),
    );
  });

  it('clears redo when another cell is written', () => {
    const edited = write(undo(write(emptyHistory, { a: '1' }, base)), { b: '2' }, base);
    expect(redo(edited)).toBe(edited);
  });
});
