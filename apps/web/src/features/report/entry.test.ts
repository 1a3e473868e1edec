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
  it('is unanswered, then saving, saved, sending and answered', () => {
    expect(stateOf(openEntry(makeRow('a'), null))).toBe('missing');
    expect(stateOf(written)).toBe('saving');
    const saved = draftSaved(written, makeDraft(), mine);
    expect(stateOf(saved)).toBe('saved');
    expect(stateOf({ ...saved, queued: { kind: 'answer', order: 1 } })).toBe('sending');
    expect(stateOf(answered(saved, makeReported('a'), mine))).toBe('answered');
  });

  it('says that it is not saved while the line is down, and that it waits when it was sent', () => {
    expect(rowStateOf(written, 'offline', false).is).toBe('offline');
    expect(rowStateOf({ ...written, queued: { kind: 'answer', order: 1 } }, 'offline', false).is).toBe('waiting');
  });

  it('is as it was when what was typed is taken back', () => {
    const back = type(written, emptyValues);
    expect([isChanged(back), isUnsaved(back)]).toEqual([false, false]);
    // The server still has the draft: it is to go.
    expect(isUnsaved(type(draftSaved(written, makeDraft(), mine), emptyValues))).toBe(true);
  });

  it('keeps what was typed after it was sent, as a change of what was sent', () => {
    const later = { ...mine, note: 'Omani. Ja vielä.' };
    const reported = makeReported('a', { report: makeReport({ progress: 'done', note: { fi: 'Omani.' } }) });
    const entry = answered(type(written, later), reported, mine);
    expect(entry.values).toEqual(later);
    expect(entry.baseVersion).toBe(1);
    expect(conflictOf(entry)).toBeNull();
    expect(stateOf(entry)).toBe('saving');
  });

  it('keeps what is being written when the page is renewed', () => {
    const renewed = refreshRow(written, makeRow('a', { otherDrafts: [{ ...makeDraft(), author: 'Maija' }] }));
    expect(renewed.values).toEqual(mine);
    expect(renewed.row.otherDrafts).toHaveLength(1);
  });
});

describe('what this browser remembers', () => {
  const local = { typed: mine, baseVersion: 0, draftVersion: 0, queued: null };

  it('is nothing once the server has it', () => {
    expect(localCopyOf(written)).toEqual(local);
    expect(localCopyOf(draftSaved(written, makeDraft(), mine))).toBeNull();
  });

  it('comes back with the page, and is newer than the draft', () => {
    const entry = openEntry(makeRow('a', { draft: makeDraft() }), { ...local, draftVersion: 1 });
    expect(entry.values).toEqual(mine);
    expect(isUnsaved(entry)).toBe(true);
    expect(conflictOf(entry)).toBeNull();
  });

  it('is beside a draft that another window has written since', () => {
    const entry = openEntry(makeRow('a', { draft: makeDraft({ version: 3 }) }), { ...local, draftVersion: 1 });
    expect(conflictOf(entry)).toMatchObject({ with: 'window', theirs: { note: 'Luonnos.' } });
  });

  it('is let go when it came through before the browser heard', () => {
    const report = makeReport({ progress: 'done', note: { fi: 'Omani.' } });
    const entry = openEntry(makeRow('a', { report, state: 'answered' }), {
      ...local,
      queued: { kind: 'answer', order: 1 },
    });
    expect([entry.values, entry.queued]).toEqual([null, null]);
  });

  it('goes on being sent', () => {
    const queued = { kind: 'confirm', order: 5 } as const;
    expect(openEntry(makeRow('a'), { ...local, typed: null, queued }).queued).toEqual(queued);
    // Somebody has answered meanwhile: "no change" was about something else.
    expect(openEntry(makeRow('a', { report: makeReport() }), { ...local, typed: null, queued }).queued).toBeNull();
  });
});

describe('somebody else’s answer', () => {
  const lost = withNewerAnswer({ ...written, queued: { kind: 'answer', order: 1 } }, makeReported('a'));

  it('stands beside one’s own words, with its name', () => {
    expect(conflictOf(lost)).toMatchObject({
      with: 'answer',
      author: 'Maija Mallinen',
      theirs: { note: 'Maijan teksti.' },
    });
    expect(lost.values).toEqual(mine);
    expect(stateOf(lost)).toBe('conflict');
  });

  it('is seen as soon as the page is renewed, before anything is sent', () => {
    expect(conflictOf(refreshRow(written, makeRow('a', { report: makeReport() })))).not.toBeNull();
  });

  it('is gone on from with one’s own, or taken', () => {
    const own = resolveConflict(lost, mine);
    expect([conflictOf(own), own.baseVersion, own.values]).toEqual([null, 1, mine]);
    const theirs = resolveConflict(lost, { ...emptyValues, progress: 'in_progress', note: 'Maijan teksti.' });
    expect([isChanged(theirs), stateOf(theirs)]).toEqual([false, 'answered']);
  });

  it('that says the same is no conflict', () => {
    const same = makeReported('a', { report: makeReport({ progress: 'done', note: { fi: 'Omani.' } }) });
    expect(conflictOf(withNewerAnswer(written, same))).toBeNull();
  });
});

it('what waits for the approver is no draft of one’s own any more', () => {
  const entry = openEntry(makeRow('a', { draft: makeDraft({ sentAt: '2024-04-12T12:05:00.000Z' }) }), null);
  expect(entry.values).toBeNull();
  expect(stateOf(entry)).toBe('awaiting');
});
