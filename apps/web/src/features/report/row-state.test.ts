import { expect, it } from 'vitest';
import { answered, openEntry, type } from './entry.ts';
import { rowStateOf } from './row-state.ts';
import { makeDraft, makeReport, makeReported, makeRow } from './testing/rows.ts';

const at = '2024-04-12T12:04:00.000Z';
const later = '2024-04-12T13:00:00.000Z';
const stateOf = (row: Parameters<typeof makeRow>[1]) => rowStateOf(openEntry(makeRow('a', row), null), 'ok', false);

it('waits for approval, also where a colleague sent the answer or the row was answered before', () => {
  const others = { otherDrafts: [{ ...makeDraft({ sentAt: at }), author: 'Maija' }] };
  expect(stateOf(others)).toEqual({ is: 'awaiting', at });
  expect(stateOf({ ...others, state: 'answered', report: makeReport() })).toEqual({ is: 'awaiting', at });
});

it('waits when a confirmation of the rest was left out because of an answer that was sent meanwhile', () => {
  const left = makeReported('a', { state: 'missing', report: null, waitingSince: at });
  const entry = { ...openEntry(makeRow('a'), null), queued: { kind: 'confirm', order: 1 } as const };
  expect(rowStateOf(answered(entry, left, null), 'ok', false)).toEqual({ is: 'awaiting', at });
});

it('is returned until its writer changes it', () => {
  const returned = makeDraft({ returnedAt: later, updatedAt: at });
  expect(stateOf({ draft: returned })).toEqual({ is: 'returned', at: later });
  const entry = openEntry(makeRow('a', { draft: returned }), null);
  const typed = type(entry, { ...entry.values!, note: 'Uusi teksti.' });
  expect(rowStateOf(typed, 'ok', false)).toEqual({ is: 'saving' });
  const saved = makeDraft({ returnedAt: at, updatedAt: later });
  expect(stateOf({ draft: saved })).toEqual({ is: 'saved', at: later });
});
