import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../lib/problem.ts';
import { createActions } from './actions.ts';
import type { ReportingApi } from './api.ts';
import type { LocalCopy } from './entry.ts';
import { createStore } from './reporting-form-store.ts';
import { createSyncQueue } from './sync-queue.ts';
import { makeForm, makeDraft, makeReport, makeReported, makeRow } from './testing/rows.ts';

const network = () => new ProblemError('network');
const problem = (code: 'conflict' | 'locked' | 'invalid_request' | 'internal', more: object) =>
  new ProblemError(code, { code, status: 400, requestId: 'r', ...more });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2024-04-12T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A form of three rows, an API that takes everything, and the browser's local copies. */
function make(overrides: Partial<ReportingApi> = {}, localCopies = new Map<string, LocalCopy>()) {
  const calls: [string, string, unknown][] = [];
  const noting =
    <A extends unknown[], R>(name: string, does: (...args: A) => R) =>
    (...args: A) => {
      calls.push([name, typeof args[0] === 'string' ? args[0] : '', args.at(-1)]);
      return does(...args);
    };
  const api: ReportingApi = {
    saveDraft: noting(
      'saveDraft',
      overrides.saveDraft ??
        (async (_id, body) => ({
          ...makeDraft(),
          ...body,
          version: body.version + 1,
          updatedAt: new Date().toISOString(),
        })),
    ),
    deleteDraft: noting('deleteDraft', overrides.deleteDraft ?? (async () => ({ done: true }))),
    submit: noting(
      'submit',
      overrides.submit ?? (async (id, body) => makeReported(id, { report: makeReport({ version: body.version + 1 }) })),
    ),
    confirmRest: noting(
      'confirmRest',
      overrides.confirmRest ??
        (async ({ assignments }) => ({
          rows: assignments.map(({ assignmentId }) => makeReported(assignmentId, { state: 'confirmed' })),
          skipped: [],
        })),
    ),
  };
  const local = {
    get: (id: string) => localCopies.get(id) ?? null,
    set: (id: string, copy: LocalCopy | null) => void (copy ? localCopies.set(id, copy) : localCopies.delete(id)),
    has: () => localCopies.size > 0,
  };
  const store = createStore(makeForm([makeRow('a'), makeRow('b'), makeRow('c')]), local);
  const syncQueue = createSyncQueue({ store, api, isOnline: () => true });
  const actions = createActions(store, syncQueue);
  const entry = (id: string) => {
    const entry = store.get().entries.get(id);
    if (!entry) throw new Error(id);
    return entry;
  };
  const note = (id: string, text: string) =>
    actions.write(id, (values) => ({ ...values, progress: 'done', note: text, evidence: 'x' }));
  return {
    calls,
    localCopies,
    store,
    syncQueue,
    actions,
    entry,
    note,
    names: () => calls.map(([name, id]) => `${name} ${id}`.trim()),
  };
}

const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('typed text', () => {
  it('is stored in the browser at once and on the server after a pause', async () => {
    const { note, localCopies, calls } = make();
    note('a', 'Ensin');
    expect(localCopies.get('a')?.typed?.note).toBe('Ensin');
    await rest(700);
    note('a', 'Ensin ja sitten');
    await rest(700);
    expect(calls).toEqual([]);
    await rest(200);
    expect(calls.map(([, , body]) => (body as { note: string }).note)).toEqual(['Ensin ja sitten']);
    expect(localCopies.size).toBe(0);
  });

  it('is saved within two seconds while typing goes on', async () => {
    const { note, calls } = make();
    for (let elapsedMs = 0; elapsedMs < 2000; elapsedMs += 200) {
      note('a', `Teksti ${elapsedMs}`);
      await rest(200);
    }
    expect(calls.length).toBeGreaterThanOrEqual(1);
  });

  it('is retried until the server takes it, and stays in the browser until then', async () => {
    let isDown = true;
    const { note, localCopies, store, entry } = make({
      saveDraft: async (_id, body) => {
        if (isDown) throw network();
        return { ...makeDraft(), ...body, version: 1 };
      },
    });
    note('a', 'Tärkeä');
    await rest(10_000);
    expect(store.get().link).toBe('down');
    expect(localCopies.get('a')?.typed?.note).toBe('Tärkeä');
    isDown = false;
    await rest(15_000);
    expect(store.get().link).toBe('ok');
    expect(entry('a').savedDraft?.note).toBe('Tärkeä');
    expect(localCopies.size).toBe(0);
  });

  it('is one draft when the response was lost and the save is repeated', async () => {
    let held: ReturnType<typeof makeDraft> | undefined;
    const { note, entry, store } = make({
      saveDraft: async (_id, body) => {
        if (held) throw problem('conflict', { current: held });
        held = { ...makeDraft(), ...body, version: 1 };
        throw network();
      },
    });
    note('a', 'Kerran');
    await rest(5000);
    expect(entry('a').draftVersion).toBe(1);
    expect(store.get().link).toBe('ok');
  });

  it('is deleted from the server when the person discards it', async () => {
    const { note, actions, names, entry } = make();
    note('a', 'Turha');
    await rest(1000);
    actions.discard('a');
    await rest(1000);
    expect(names()).toEqual(['saveDraft a', 'deleteDraft a']);
    expect(entry('a').values).toBeNull();
  });
});

describe('sending', () => {
  it('sends each row once, in the order of the presses, when the network is back', async () => {
    let isDown = true;
    const { note, actions, names, calls, localCopies } = make({
      submit: async (id, body) => {
        if (isDown) throw network();
        return makeReported(id, { report: makeReport({ version: body.version + 1 }) });
      },
    });
    note('b', 'B');
    note('a', 'A');
    expect(actions.send()).toMatchObject({ queued: 2, problems: [] });
    actions.confirm('c');
    await rest(3000);
    expect([...localCopies.keys()].toSorted()).toEqual(['a', 'b', 'c']);
    calls.length = 0;
    isDown = false;
    await rest(15_000);
    expect(names()).toEqual(['submit a', 'submit b', 'submit c']);
    expect(localCopies.size).toBe(0);
  });

  it('continues on the next page from the local copies', async () => {
    const first = make({ submit: () => Promise.reject(network()) });
    first.note('a', 'Jäi kesken');
    first.actions.send();
    await rest(1000);
    const second = make({}, new Map(first.localCopies));
    second.syncQueue.wake();
    await rest(10);
    expect(second.names()).toEqual(['submit a']);
  });

  it('sends the rows without problems and keeps those with problems', () => {
    const { note, actions, entry } = make();
    note('b', 'Valmis');
    actions.light('a', 'not_started');
    const { queued, problems } = actions.send();
    expect(queued).toBe(1);
    expect(problems).toEqual([{ id: 'a', field: 'note', kind: 'reason' }]);
    expect(entry('a').problems).toEqual({ note: 'reason' });
  });

  it('shows the other person’s answer on a conflict, and keeps the unsent text', async () => {
    const current = makeReported('a');
    const { note, actions, entry, store } = make({ submit: () => Promise.reject(problem('conflict', { current })) });
    note('a', 'Omani');
    actions.send();
    await rest(10);
    expect(entry('a').row.report?.author).toBe('Maija Mallinen');
    expect(entry('a').values?.note).toBe('Omani');
    expect(entry('a').queued).toBeNull();
    expect(store.get().sentIds).toEqual([]);
  });

  it('shows a rejection at its field', async () => {
    const { note, actions, entry } = make({
      submit: () =>
        Promise.reject(
          problem('invalid_request', { details: [{ path: 'body.evidence', message: '', reason: 'evidence_needed' }] }),
        ),
    });
    note('a', 'Omani');
    actions.send();
    await rest(10);
    expect(entry('a').problems).toEqual({ evidence: 'evidence' });
    expect(entry('a').values?.note).toBe('Omani');
  });

  it('stops when the round is closed, shows the lock and keeps the text', async () => {
    const lock = { isOpen: false, why: 'closed', since: '2024-04-12T12:00:00Z' };
    const { note, actions, entry, store, localCopies } = make({
      submit: () => Promise.reject(problem('locked', { current: { lock } })),
    });
    note('a', 'Omani');
    actions.send();
    await rest(10);
    expect(store.get().form.lock).toEqual(lock);
    expect([entry('a').queued, entry('a').values?.note]).toEqual([null, 'Omani']);
    expect(localCopies.get('a')?.typed?.note).toBe('Omani');
  });

  it('skips a row that the server cannot take', async () => {
    const { note, actions, entry, names } = make({
      submit: async (id, body) => {
        if (id === 'a') throw problem('internal', {});
        return makeReported(id, { report: makeReport({ version: body.version + 1 }) });
      },
    });
    note('a', 'A');
    note('b', 'B');
    actions.send();
    await rest(60_000);
    expect(names()).toContain('submit b');
    expect(entry('a').refused).toBe('internal');
  });

  it('waits when the person declines to sign in', async () => {
    let isOver = true;
    const { note, store, actions, names } = make({
      saveDraft: async (_id, body) => {
        if (isOver) throw new ProblemError('unauthenticated');
        return { ...makeDraft(), ...body, version: 1 };
      },
    });
    note('a', 'A');
    await rest(60_000);
    expect(names()).toEqual(['saveDraft a']);
    expect(store.get().link).toBe('signedOut');
    isOver = false;
    actions.retry();
    await rest(10);
    expect(store.get().link).toBe('ok');
  });
});

describe('confirming the rest', () => {
  it('is one request for all unchanged rows', async () => {
    const { note, actions, calls, entry, store } = make();
    note('b', 'Kesken');
    actions.confirmRest();
    await rest(10);
    expect(calls[0]?.[0]).toBe('confirmRest');
    expect(calls[0]?.[2]).toEqual({
      assignments: [
        { assignmentId: 'a', version: 0 },
        { assignmentId: 'c', version: 0 },
      ],
      onBehalfOf: null,
    });
    expect(['a', 'b', 'c'].map((id) => entry(id).row.state)).toEqual(['confirmed', 'missing', 'confirmed']);
    expect(store.get().sentIds).toEqual(['a', 'c']);
  });

  it('takes answers that others gave meanwhile, and counts a repeated confirmation as sent', async () => {
    const { actions, entry, store } = make({
      confirmRest: async () => ({
        rows: [makeReported('a', { state: 'confirmed' })],
        skipped: [
          { assignmentId: 'b', why: 'changed', current: makeReported('b') },
          {
            assignmentId: 'c',
            why: 'changed',
            current: makeReported('c', { state: 'confirmed', report: makeReport({ confirmed: true }) }),
          },
        ],
      }),
    });
    actions.confirmRest();
    await rest(10);
    expect(entry('b').row.report?.note?.fi).toBe('Maijan teksti.');
    expect(store.get().sentIds).toEqual(['a', 'c']);
  });

  it('first requires on whose behalf the answers are, when the form needs it', () => {
    const { actions, store } = make();
    store.patch({ form: { ...store.get().form, needsOnBehalfOf: true } });
    expect(actions.confirmRest()).toMatchObject({ queued: 0, lacksOnBehalfOf: true });
    actions.onBehalfOf('Sirpa Seurainen');
    expect(actions.confirmRest()).toMatchObject({ queued: 3, lacksOnBehalfOf: false });
  });
});
