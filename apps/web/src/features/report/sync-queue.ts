import { ProblemError } from '../../lib/problem.ts';
import type { ReportingApi } from './api.ts';
import { isWorthRetrying, handleRejection } from './handle-rejection.ts';
import type { Store } from './reporting-form-store.ts';
import { type Task, nextTask } from './sync-tasks.ts';

/** Milliseconds: a draft is saved after a pause in typing, and at the latest after `longest`, so within 2 s. */
const pause = 800;
const longest = 1600;
const retries = [1000, 2000, 4000, 8000, 15_000] as const;
/** After so many failures the queue skips a row that the server cannot take, so that the others go on. */
const maxFailures = 4;

export type SyncQueue = ReturnType<typeof createSyncQueue>;

type QueueOptions = { store: Store; api: ReportingApi; isOnline: () => boolean };

/** Runs one task at a time, in order, and retries a failed one until it succeeds or is rejected. */
export function createSyncQueue({ store, api, isOnline }: QueueOptions) {
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

  /** @returns whether the next task may run at once */
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
    /** Schedules a save of the row's draft. */
    schedule: (id: string) => {
      const now = Date.now();
      const first = since.get(id) ?? now;
      since.set(id, first);
      due.set(id, Math.min(now + pause, first + longest));
      if (!isBusy && failures === 0) runWhenDue();
    },
    /** Runs now, also after the person declined to sign in. */
    go: () => {
      isStopped = false;
      failures = 0;
      run();
    },
    /** Runs when the network or the page comes back. */
    wake: () => {
      if (isStopped) return;
      failures = 0;
      run();
    },
    /** Saves every scheduled draft now; resolves when that is done or has failed. */
    flush: async () => {
      for (const id of due.keys()) due.set(id, 0);
      await running;
      run();
      await running;
    },
    /** Whether a response requested at that moment (milliseconds) may lack a later write. */
    hasWrittenSince: (moment: number) => isBusy || lastWrite >= moment,
  };
}
