import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { submitReport } from '@vointi/api/features/report/write-submit.ts';
import type { Context } from '@vointi/api/platform/context.ts';
import type { Writing } from '@vointi/api/features/report/rights.ts';
import { openRound } from '@vointi/api/testing/open-round.ts';
import { deleteRounds } from '@vointi/api/testing/delete-rounds.ts';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { interleaved, print, wallMs } from './figures.ts';

type Statement = { text: string; values: unknown[] };
type Send = (...given: unknown[]) => unknown;
const driver = pg.Client.prototype as unknown as { query: Send };

/** The statements that the work sends, with their values, in order. */
async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = driver.query;
  driver.query = function kept(this: unknown, ...given: unknown[]) {
    const [sent, values] = given as [string | Partial<Statement>, unknown[]?];
    if (typeof sent === 'string') statements.push({ text: sent, values: values ?? [] });
    else if (sent.text !== undefined) statements.push({ text: sent.text, values: sent.values ?? [] });
    return original.apply(this, given);
  };
  try {
    await work();
  } finally {
    driver.query = original;
  }
  return statements;
}

const answersASample = 40;
const isFrame = (text: string) => /^\s*(begin|commit|set )/i.test(text);

/** Waits until no audit row has come for a second: the part before may still be writing its own. */
async function untilQuiet(db: Db, municipalityId: string): Promise<number> {
  const last = async () => {
    const { _max } = await db.auditEntry.aggregate({ where: { municipalityId }, _max: { sequence: true } });
    return _max.sequence ?? 0;
  };
  for (let before = await last(); ;) {
    await setTimeout(1_000);
    const now = await last();
    if (now === before) return now;
    before = now;
  }
}

/** A person who may answer for all of Kouvola. */
async function coordinatorOf(db: Db, municipalityId: string): Promise<Writing['actor']> {
  const data = { email: 'mittaus@kouvola.example', displayName: 'Mittaus' };
  const { id: userId } = await db.user.create({
    data: { ...data, memberships: { create: { municipalityId, role: 'coordinator' } } },
  });
  const membership = { municipalityId, slug: 'kouvola', role: 'coordinator' as const, departmentId: null };
  return { kind: 'user', userId, sessionId: '', memberships: [membership] };
}

/** Submitting an answer by the product, against the same statements sent by pg alone. */
export async function benchSubmit(connectionString: string): Promise<void> {
  const db = createDb(connectionString);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { roundId, planId, municipalityId } = await openRound({ db });
    const actor = await coordinatorOf(db, municipalityId);
    const assignments = await db.assignment.findMany({
      where: { measure: { planId } },
      take: answersASample,
      select: { id: true },
    });
    const sequence = await untilQuiet(db, municipalityId);
    /** Removes the answer, so that the next sample writes the same. Only the owner can delete from the log. */
    const forget = async () => {
      await db.report.deleteMany({ where: { roundId } });
      await client.query('alter table "AuditEntry" disable trigger user');
      await client.query('delete from "AuditEntry" where "municipalityId" = $1 and sequence > $2', [
        municipalityId,
        sequence,
      ]);
      await client.query('alter table "AuditEntry" enable trigger user');
    };
    const submit = (assignmentId: string) =>
      submitReport({ db } as Context, { actor, at: new Date(), requestId: 'bench' } as Writing, {
        params: { roundId, assignmentId },
        body: {
          kind: 'answer',
          version: 0,
          progress: 'in_progress',
          note: { fi: 'Etenee suunnitellusti, seuraava vaihe keväällä.' },
          evidence: null,
          figures: [],
          onBehalfOf: 'Mittaus',
        },
      });
    const submitAll = async () => {
      for (const { id } of assignments) await submit(id);
    };
    const statements = await recorded(submitAll);
    const own = statements.filter(({ text }) => !isFrame(text)).length / assignments.length;
    // Without figures; figures of any number take one statement more.
    print({ what: 'Statements of an answer, with figures', value: own + 1, goal: 8 });

    const replay = async () => {
      for (const { text, values } of statements) await client.query(text, values);
    };
    const after = (work: () => Promise<unknown>) => async () => {
      await forget();
      return wallMs(work);
    };
    const subjects = { product: after(submitAll), plain: after(replay), same: after(replay) };
    for (const warm of Object.values(subjects)) await warm();
    const cost = await interleaved(9, subjects);
    const ms = (sample: number) => (sample / assignments.length).toFixed(1);
    print({
      what: 'Submitting a report ÷ the same statements by pg',
      value: cost.product / cost.plain,
      goal: 2.5,
      control: cost.same / cost.plain,
      note: `(${ms(cost.product)} ms against ${ms(cost.plain)} ms)`,
    });
    await deleteRounds({ db }, { id: roundId });
  } finally {
    await client.end();
    await closeDb(db);
  }
}
