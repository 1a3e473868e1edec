import fastify from 'fastify';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { helsinkiDayEnd, helsinkiDayStart } from '@vointi/shared/text/helsinki.ts';
import type { Context } from '../platform/context.ts';
import type { Settings } from '../platform/settings.ts';
import type { Task, Tasks } from '../platform/jobs.ts';
import { type TestApp, testSettings } from './test-app.ts';
import { addRole } from './sign-in.ts';
import { deleteRounds } from './delete-rounds.ts';
import { mailTask } from '../features/mail/public.ts';
import { sendMailTask } from '../features/mail/send-mail.ts';
import { scheduleReminders } from '../features/reminder/public.ts';
import { remindRoundTask } from '../features/reminder/write-remind.ts';
import { remindTask } from '../features/reminder/write-schedule.ts';

type Due = { id: string; task: string; payload: unknown; attempts: number };

/** Runs due jobs one after another by its own clock, as the queue does by the database's clock. */
export type Worker = {
  db: Db;
  tasks: Record<'remind' | 'mail', Task>;
  /** Runs each due job once; a failed job stays for the next call. */
  work: () => Promise<void>;
  log: string[];
  close: () => Promise<void>;
};

export function startWorker(test: TestApp, now: () => Date, settings: Partial<Settings> = {}): Worker {
  const db = createDb(test.databaseProxy.connectionString, { max: 3 });
  const log: string[] = [];
  const context = { db, now, settings: { ...testSettings, ...settings } } as Context;
  const remind = remindRoundTask(context);
  const mail = sendMailTask(context);
  const tasks: Tasks = { [remindTask]: remind, [mailTask]: mail };
  const logger = fastify({ logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } } }).log;

  /** Takes a job from the queue, so that a new one of the same name is another job, as for a real worker. */
  const take = async (seen: string[]): Promise<Due | undefined> => {
    const [due] = await test.db.$queryRaw<Due[]>`
      update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'test', attempts = attempts + 1
      from graphile_worker._private_tasks t
      where j.id = (
        select id from graphile_worker._private_jobs
        where run_at <= ${now()}::timestamptz and not id = any(${seen}::bigint[]) and attempts < max_attempts
        order by run_at, id limit 1
      ) and t.id = j.task_id
      returning j.id::text, t.identifier as task, j.payload, j.attempts`;
    return due;
  };

  const work = async () => {
    const seen: string[] = [];
    for (let due = await take(seen); due; due = await take(seen)) {
      const { id, task, payload, attempts: attempt } = due;
      seen.push(id);
      try {
        const signal = new AbortController().signal;
        await tasks[task]?.(payload, { id, createdAt: new Date(0), attempt, signal, log: logger });
        await test.db.$executeRaw`delete from graphile_worker._private_jobs where id = ${id}::bigint`;
      } catch (error) {
        log.push(`failed: ${task} ${String(error)}`);
        await test.db.$executeRaw`
          update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = ${id}::bigint`;
      }
    }
  };
  return { db, tasks: { remind, mail }, work, log, close: () => closeDb(db) };
}

type RoundOf = { slug?: string; opensOn: string; closesOn: string; state?: 'planned' | 'open'; name?: string };

let count = 0;

/** A round of the newest plan of a municipality, with its reminders scheduled. */
export async function makeRound({ db }: Pick<TestApp, 'db'>, at: Date, options: RoundOf): Promise<string> {
  count += 1;
  const plan = await db.plan.findFirstOrThrow({
    where: { municipality: { slug: options.slug ?? 'kouvola' } },
    orderBy: { year: 'desc' },
  });
  return db.$transaction(async (tx) => {
    // A plan has one open round; that of Esimerkkilä gives way.
    await tx.round.updateMany({
      where: { planId: plan.id, state: 'open', slug: { not: { startsWith: 'kierros-' } } },
      data: { state: 'closed', closedAt: at },
    });
    const round = await tx.round.create({
      data: {
        municipalityId: plan.municipalityId,
        planId: plan.id,
        order: 100 + count,
        slug: `kierros-${count}`,
        name: { fi: options.name ?? 'Kevätkierros', sv: 'Vårrundan', en: 'Spring round' },
        periodAssessed: { fi: 'kevät' },
        state: options.state ?? 'open',
        opensAt: helsinkiDayStart(options.opensOn),
        closesAt: helsinkiDayEnd(options.closesOn),
      },
    });
    await scheduleReminders(tx, at, round);
    return round.id;
  });
}

/** Answers the open assignments of a department in a round: all, or this many. */
export async function answer({ db }: Pick<TestApp, 'db'>, roundId: string, department: string, take = 1000) {
  const { municipalityId, planId } = await db.round.findUniqueOrThrow({ where: { id: roundId } });
  const assignments = await db.assignment.findMany({
    where: {
      measure: { planId },
      department: { slug: department },
      reports: { none: { roundId, progress: { not: null } } },
    },
    orderBy: { id: 'asc' },
    take,
  });
  await db.report.createMany({
    data: assignments.map(({ id: assignmentId }) => ({
      municipalityId,
      roundId,
      assignmentId,
      progress: 'in_progress' as const,
    })),
  });
  return assignments.length;
}

/** Restores the state after loading the examples: no people, no rounds of `makeRound`, an empty queue. */
export async function clearReminders({ db }: Pick<TestApp, 'db'>): Promise<void> {
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  await db.reminder.deleteMany();
  await deleteRounds({ db }, { slug: { startsWith: 'kierros-' } });
  await db.user.deleteMany();
  await db.department.updateMany({ data: { contact: null } });
}

type Role = Parameters<typeof addRole>[2];
let people = 0;

/** Creates a person with these roles and a mail address. */
export async function person(test: Pick<TestApp, 'db'>, language: string, ...roles: Role[]) {
  people += 1;
  const email = `henkilo-${people}@kunta.example`;
  const { id } = await test.db.user.create({ data: { email, displayName: `Aino ${people}`, language } });
  for (const role of roles) await addRole(test, id, role);
  return { id, email };
}

/** Reminders by recipient's address (or contact), oldest day first. */
export async function remindersOf({ db }: Pick<TestApp, 'db'>): Promise<[string, string, string][]> {
  const all = await db.reminder.findMany({
    orderBy: [{ day: 'asc' }, { recipient: 'asc' }],
    include: { user: true },
  });
  return all.map(({ user, recipient, day, state }) => [
    user?.email ?? recipient.replace(/:.*/, ''),
    day.toISOString().slice(0, 10),
    state,
  ]);
}
