import { expect, it } from 'vitest';
import { isAllSent, makeStore } from './desk-store.ts';
import { type } from './entry.ts';
import { makeDesk, makeDraft, makeReport, makeRow } from './testing/rows.ts';
import { nothingTyped } from './typed.ts';

const nothingKept = { get: () => null, set: () => {}, has: () => false };
const answered = makeRow('a', { state: 'answered', report: makeReport() });
const sent = makeRow('b', { draft: makeDraft({ sentAt: '2024-04-12T12:04:00.000Z' }) });
const storeOf = (...rows: ReturnType<typeof makeRow>[]) => makeStore(makeDesk(rows), nothingKept);

it('all is sent when each is answered, or waits for the approver', () => {
  expect(isAllSent(storeOf(answered, sent).get())).toBe(true);
  expect(isAllSent(storeOf(answered, makeRow('b')).get())).toBe(false);
});

it('not while one is on its way, nor when an answer has been changed since', () => {
  const store = storeOf(answered);
  store.put('a', (entry) => ({ ...entry, queued: { kind: 'answer', order: 1 } }));
  expect(isAllSent(store.get())).toBe(false);
  store.put('a', (entry) => ({ ...entry, queued: null }));
  expect(isAllSent(store.get())).toBe(true);
  store.put('a', (entry) => type(entry, { ...nothingTyped, progress: 'done', note: 'Toinen.' }));
  expect(isAllSent(store.get())).toBe(false);
});
