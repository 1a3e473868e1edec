import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Tx } from '@vointi/db/client.ts';
import { codeOf, faultOf } from './fault.ts';

/** Facts of the job that a task runs for; `signal` aborts when the process stops and waits no longer. */
export type JobInfo = { id: string; createdAt: Date; attempt: number; signal: AbortSignal; log: FastifyBaseLogger };
export type Task = (payload: unknown, job: JobInfo) => Promise<void>;
export type Tasks = Record<string, Task>;
/** A task that is due each day, at a minute and hour of UTC. */
export type Daily = { task: string; hour: number; minute: number };

export type When = {
  afterSeconds?: number;
  runAt?: Date;
  /** Replaces a waiting job of this name. A running one finishes and is not tried again. */
  jobKey?: string;
};

/**
 * Adds a job in the transaction of the change that needs it, so that neither exists without the other. A job that fails
 * is tried again after ever longer pauses, for about three days.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: object,
  { afterSeconds = 0, runAt, jobKey }: When = {},
): Promise<void> {
  await tx.$executeRaw`
    select from graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json,
      run_at := coalesce(${runAt ?? null}::timestamptz, now() + make_interval(secs => ${afterSeconds}::float8)),
      job_key := ${jobKey ?? null}::text
    )`;
}

/** Removes the waiting job of this name. */
export async function removeJob(tx: Tx, jobKey: string): Promise<void> {
  await tx.$executeRaw`select from graphile_worker.remove_job(${jobKey}::text)`;
}

type Options = { connectionString: string; log: FastifyBaseLogger; tasks: Tasks; daily: readonly Daily[] };

/**
 * A queue that is stopped while it starts leaves connections without an owner. Without this handler the process would
 * end when the database closes them.
 */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Runs the queue's jobs in this process. While the database is unreachable it waits. */
export class Jobs {
  private readonly options: Options;
  private readonly stopping = new AbortController();
  private runner: Runner | undefined;
  private ended: Promise<void> | undefined;

  constructor(options: Options) {
    this.options = options;
  }

  start(): void {
    this.ended ??= this.keepRunning();
  }

  /** Takes no more jobs; running ones get 3 s, then they are aborted and retried later. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.runner?.stop().catch(() => {});
    await this.ended;
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pool = openPool(this.options.connectionString);
      try {
        this.runner = await run({
          pgPool: pool,
          concurrency: 2,
          pollInterval: 5_000,
          noHandleSignals: true,
          gracefulShutdownAbortTimeout: 3_000,
          // Without a delay `stop` would not wait for the outcome of a job to be written, and a mail could be sent twice.
          preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
          logger: this.logger(),
          taskList: this.taskList(),
          parsedCronItems: parseCronItems(
            this.options.daily.map(({ task, hour, minute }) => ({
              task,
              match: `${minute} ${hour} * * *`,
              // A server that is off at that hour runs it when it starts again.
              options: { backfillPeriod: 86_400_000, maxAttempts: 5, jobKey: task },
            })),
          ),
        });
        if (signal.aborted) await this.runner.stop();
        await this.runner.promise;
      } catch (error) {
        this.options.log.warn({ code: codeOf(error) }, 'jobs are not done now');
      } finally {
        // Connections that the queue still holds are not awaited; the database ends them.
        await Promise.race([pool.end().catch(() => {}), sleep(1000)]);
      }
      await sleep(5_000, undefined, { signal }).catch(() => {});
    }
  }

  private taskList(): TaskList {
    const { log, tasks } = this.options;
    return Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload, { job, abortSignal }) => {
          const { id, attempts: attempt, created_at: createdAt } = job;
          try {
            await task(payload, { id, createdAt, attempt, signal: abortSignal, log });
          } catch (error) {
            log.warn({ job: id, task: name, attempt, fault: faultOf(error) }, 'job failed');
            // The queue stores and logs the message of the error it catches, so it gets one without values.
            throw new Error(codeOf(error));
          }
        },
      ]),
    );
  }

  /** The queue's own messages go to the trace level, as failed jobs are logged above. */
  private logger(): Logger {
    const { log } = this.options;
    return new Logger(
      ({ label }) =>
        (_level, message) =>
          log.trace({ label }, message),
    );
  }
}
