import { expect, it, describe } from 'vitest';
import { type } from './entry.ts';
import { emptyValues } from './form-values.ts';
import {
  isAllSent,
  createStore,
  keepOrder,
  minutesFor,
  orderRows,
  progressOf,
  restIds,
} from './reporting-form-store.ts';
import { makeForm, makeDraft, makeReport, makeRow } from './testing/rows.ts';

const noLocalCopies = { get: () => null, set: () => {}, has: () => false };
const answered = makeRow('a', { state: 'answered', report: makeReport() });
const at = '2024-04-12T12:04:00.000Z';
const sentRow = makeRow('b', { draft: makeDraft({ sentAt: at }) });
/** A colleague's answer waits for the approver. */
const waitingRow = makeRow('c', { otherDrafts: [{ ...makeDraft({ sentAt: at }), author: 'Maija' }] });
const storeOf = (...rows: ReturnType<typeof makeRow>[]) => createStore(makeForm(rows), noLocalCopies);

it('is all sent when each row is answered or waits for the approver', () => {
  expect(isAllSent(storeOf(answered, sentRow).get())).toBe(true);
  expect(isAllSent(storeOf(answered, makeRow('b')).get())).toBe(false);
});

it('counts what waits for approval apart, whoever sent it, and never confirms it as unchanged', () => {
  const state = storeOf(answered, sentRow, waitingRow, makeRow('d')).get();
  expect(progressOf(state)).toEqual({ total: 4, answered: 1, waiting: 2, ready: 0, left: 1, unsent: 0 });
  expect(restIds(state)).toEqual(['d']);
  expect(isAllSent(storeOf(answered, sentRow, waitingRow).get())).toBe(true);
});

it('is not all sent while a row is queued or changed', () => {
  const store = storeOf(answered);
  store.put('a', (entry) => ({ ...entry, queued: { kind: 'answer', order: 1 } }));
  expect(isAllSent(store.get())).toBe(false);
  store.put('a', (entry) => ({ ...entry, queued: null }));
  expect(isAllSent(store.get())).toBe(true);
  store.put('a', (entry) => type(entry, { ...emptyValues, progress: 'done', note: 'Toinen.' }));
  expect(isAllSent(store.get())).toBe(false);
});

const rows = [makeRow('a', { state: 'answered' }), makeRow('b'), makeRow('c', { state: 'late' }), makeRow('d')];

describe('the order of rows', () => {
  it('puts unanswered rows first, each part in the order of the plan', () => {
    expect(orderRows(rows)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('puts what waits for approval among the answered', () => {
    expect(orderRows([waitingRow, makeRow('d')])).toEqual(['d', 'c']);
  });

  it('puts what the approver returned before everything else', () => {
    const returned = makeRow('e', { state: 'late', draft: makeDraft({ returnedAt: at }) });
    expect(orderRows([...rows, returned])).toEqual(['e', 'b', 'd', 'a', 'c']);
  });

  it('stays when rows are answered', () => {
    const answered = rows.map((row) => ({ ...row, state: 'answered' as const }));
    expect(keepOrder(orderRows(rows), answered)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('appends new rows and drops those that are gone', () => {
    expect(keepOrder(['b', 'gone', 'a'], rows)).toEqual(['b', 'a', 'd', 'c']);
  });
});

it('estimates two minutes for six rows and none for none', () => {
  expect([6, 1, 0].map(minutesFor)).toEqual([2, 1, 0]);
});
