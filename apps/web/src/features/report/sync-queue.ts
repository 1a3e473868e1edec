import { ProblemError } from '../../lib/problem.ts';
import type { ReportingApi } from './api.ts';
import { isWorthRetrying, handleRejection } from './handle-rejection.ts';
import type { Store } from './reporting-form-store.ts';
import { type Task, nextTask } from './sync-tasks.ts';

/** Typing is left in peace this long, and saved this soon at the latest: with the way to the server, within 2 s. */
const pause = 800;
const longest = 1600;
const retries = [1000, 2000, 4000, 8000, 15_000] as const;
/** A row that the server cannot take must not keep the others waiting for ever. */
const maxFailures = 4;

export type SyncQueue = ReturnType<typeof createSyncQueue>;

type Given = { store: Store; api: ReportingApi; isOnline: () => boolean };

/** Writes one thing at a time, in order; what did not get through is tried again until it does. */
export function createSyncQueue({ store, api, isOnline }: Given) {
  const due = new Map<string, number>();
  const since = new Map<string, number>();
  let isBusy = false;
  let isStopped = false;
  let failures = 0;
  let lastWrite = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  const runIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
  const soonest = () => Math.min(...due.values());
  const runWhenDue = () => {
    if (due.size > 0) runIn(Math.max(0, soonest() - Date.now()));
  };

  async function perform(task: Task): Promise<boolean> {
    for (const id of task.ids) {
      due.delete(id);
      since.delete(id);
    }
    try {
      await task.run();
      failures = 0;
      store.patch({ link: 'ok' });
      return true;
    } catch (error) {
      return failed(task, error);
    } finally {
      lastWrite = Date.now();
    }
  }

  /** Whether the next may be tried at once. */
  function failed(task: Task, error: unknown): boolean {
    if (!(error instanceof ProblemError)) throw error;
    failures += 1;
    const isHopeless = error.code === 'internal' && failures >= maxFailures;
    if (isHopeless || !isWorthRetrying(error)) {
      failures = 0;
      handleRejection(store, task, error);
      return true;
    }
    for (const id of task.ids) due.set(id, 0);
    if (error.code === 'unauthenticated') {
      isStopped = true;
      store.patch({ link: 'signedOut' });
      return false;
    }
    store.patch({ link: isOnline() ? 'down' : 'offline' });
    runIn(error.retryAfter ? error.retryAfter * 1000 : (retries[failures - 1] ?? 15_000));
    return false;
  }

  async function work() {
    for (;;) {
      const now = Date.now();
      const task = isStopped ? null : nextTask({ store, api }, (id) => (due.get(id) ?? 0) <= now);
      if (!task) break;
      if (!(await perform(task))) return;
    }
    for (const id of due.keys()) if ((due.get(id) ?? 0) <= Date.now()) due.delete(id);
    if (!isStopped) runWhenDue();
  }

  function run() {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    running = work().finally(() => {
      isBusy = false;
    });
  }

  return {
    /** Something was typed in the row. */
    schedule: (id: string) => {
      const now = Date.now();
      const first = since.get(id) ?? now;
      since.set(id, first);
      due.set(id, Math.min(now + pause, first + longest));
      if (!isBusy && failures === 0) runWhenDue();
    },
    /** Something waits to be sent, or the person asks to try again. */
    go: () => {
      isStopped = false;
      failures = 0;
      run();
    },
    /** The line is back. */
    wake: () => {
      if (isStopped) return;
      failures = 0;
      run();
    },
    /** All that is typed, now; resolves when it is done or has failed. */
    flush: async () => {
      for (const id of due.keys()) due.set(id, 0);
      await running;
      run();
      await running;
    },
    /** Whether an answer asked for at that moment may be older than what was written since. */
    hasWrittenSince: (moment: number) => isBusy || lastWrite >= moment,
  };
}
