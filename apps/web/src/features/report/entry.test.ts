import { describe, expect, it } from 'vitest';
import {
  answered,
  conflictOf,
  draftSaved,
  isChanged,
  isUnsaved,
  localCopyOf,
  openEntry,
  withNewerAnswer,
  resolveConflict,
  refreshRow,
  type,
} from './entry.ts';
import { emptyValues } from './form-values.ts';
import { rowStateOf } from './row-state.ts';
import { makeDraft, makeReport, makeReported, makeRow } from './testing/rows.ts';

const mine = { ...emptyValues, progress: 'done' as const, note: 'Omani.' };
const written = type(openEntry(makeRow('a'), null), mine);
const stateOf = (entry: typeof written) => rowStateOf(entry, 'ok', false).is;

describe('a row', () => {
  it('goes through unanswered, saving, saved, sending and answered', () => {
    expect(stateOf(openEntry(makeRow('a'), null))).toBe('missing');
    expect(stateOf(written)).toBe('saving');
    const saved = draftSaved(written, makeDraft(), mine);
    expect(stateOf(saved)).toBe('saved');
    expect(stateOf({ ...saved, queued: { kind: 'answer', order: 1 } })).toBe('sending');
    expect(stateOf(answered(saved, makeReported('a'), mine))).toBe('answered');
  });

  it('shows offline while unsaved, and waiting when it was sent offline', () => {
    expect(rowStateOf(written, 'offline', false).is).toBe('offline');
    expect(rowStateOf({ ...written, queued: { kind: 'answer', order: 1 } }, 'offline', false).is).toBe('waiting');
  });

  it('is unchanged when the typed text is undone', () => {
    const back = type(written, emptyValues);
    expect([isChanged(back), isUnsaved(back)]).toEqual([false, false]);
    // The server still has the draft, which has to be deleted.
    expect(isUnsaved(type(draftSaved(written, makeDraft(), mine), emptyValues))).toBe(true);
  });

  it('keeps text typed after sending as a change of the sent answer', () => {
    const later = { ...mine, note: 'Omani. Ja vielä.' };
    const reported = makeReported('a', { report: makeReport({ progress: 'done', note: { fi: 'Omani.' } }) });
    const entry = answered(type(written, later), reported, mine);
    expect(entry.values).toEqual(later);
    expect(entry.baseVersion).toBe(1);
    expect(conflictOf(entry)).toBeNull();
    expect(stateOf(entry)).toBe('saving');
  });

  it('keeps unsaved text when the server sends the row again', () => {
    const renewed = refreshRow(written, makeRow('a', { otherDrafts: [{ ...makeDraft(), author: 'Maija' }] }));
    expect(renewed.values).toEqual(mine);
    expect(renewed.row.otherDrafts).toHaveLength(1);
  });
});

describe('the local copy', () => {
  const local = { typed: mine, baseVersion: 0, draftVersion: 0, queued: null };

  it('is deleted once the server has the text', () => {
    expect(localCopyOf(written)).toEqual(local);
    expect(localCopyOf(draftSaved(written, makeDraft(), mine))).toBeNull();
  });

  it('is restored when the page opens, and wins over the draft', () => {
    const entry = openEntry(makeRow('a', { draft: makeDraft() }), { ...local, draftVersion: 1 });
    expect(entry.values).toEqual(mine);
    expect(isUnsaved(entry)).toBe(true);
    expect(conflictOf(entry)).toBeNull();
  });

  it('conflicts with a draft that another window wrote later', () => {
    const entry = openEntry(makeRow('a', { draft: makeDraft({ version: 3 }) }), { ...local, draftVersion: 1 });
    expect(conflictOf(entry)).toMatchObject({ with: 'window', theirs: { note: 'Luonnos.' } });
  });

  it('is dropped when the server took the answer before the response was lost', () => {
    const report = makeReport({ progress: 'done', note: { fi: 'Omani.' } });
    const entry = openEntry(makeRow('a', { report, state: 'answered' }), {
      ...local,
      queued: { kind: 'answer', order: 1 },
    });
    expect([entry.values, entry.queued]).toEqual([null, null]);
  });

  it('keeps its place in the send queue', () => {
    const queued = { kind: 'confirm', order: 5 } as const;
    expect(openEntry(makeRow('a'), { ...local, typed: null, queued }).queued).toEqual(queued);
    // Another person answered meanwhile: "no change" referred to another answer.
    expect(openEntry(makeRow('a', { report: makeReport() }), { ...local, typed: null, queued }).queued).toBeNull();
  });
});

describe('an answer of another person', () => {
  const lost = withNewerAnswer({ ...written, queued: { kind: 'answer', order: 1 } }, makeReported('a'));

  it('is a conflict that names its author and keeps the unsent text', () => {
    expect(conflictOf(lost)).toMatchObject({
      with: 'answer',
      author: 'Maija Mallinen',
      theirs: { note: 'Maijan teksti.' },
    });
    expect(lost.values).toEqual(mine);
    expect(stateOf(lost)).toBe('conflict');
  });

  it('is a conflict as soon as the server sends the row, before anything is sent', () => {
    expect(conflictOf(refreshRow(written, makeRow('a', { report: makeReport() })))).not.toBeNull();
  });

  it('resolves to the person’s own values or to theirs', () => {
    const own = resolveConflict(lost, mine);
    expect([conflictOf(own), own.baseVersion, own.values]).toEqual([null, 1, mine]);
    const theirs = resolveConflict(lost, { ...emptyValues, progress: 'in_progress', note: 'Maijan teksti.' });
    expect([isChanged(theirs), stateOf(theirs)]).toEqual([false, 'answered']);
  });

  it('is no conflict when it says the same', () => {
    const same = makeReported('a', { report: makeReport({ progress: 'done', note: { fi: 'Omani.' } }) });
    expect(conflictOf(withNewerAnswer(written, same))).toBeNull();
  });
});

it('shows a sent answer that waits for the approver as awaiting, not as a draft', () => {
  const entry = openEntry(makeRow('a', { draft: makeDraft({ sentAt: '2024-04-12T12:05:00.000Z' }) }), null);
  expect(entry.values).toBeNull();
  expect(stateOf(entry)).toBe('awaiting');
});
