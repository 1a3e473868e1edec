import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { importPlan } from '@vointi/api/features/plan/import.ts';
import { cookieName, createSession } from '@vointi/api/platform/session.ts';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { print } from './figures.ts';
import { ask, metric } from './http.ts';

const municipalities = 329;
const seconds = 20;
const perSecond = { reports: 50, drafts: 300 };
const tickMs = 20;
const cpuMetric = 'process_cpu_seconds_total';

type Desk = { cookie: string; roundId: string; assignments: string[] };
/** The latest acknowledged answer of each assignment. */
type Ledger = { reports: Map<string, string>; drafts: Map<string, string>; refused: number; ms: number[] };

async function makeDesk(db: Db, nth: number): Promise<Desk> {
  const slug = `kunta-${nth}`;
  const size = {
    slug,
    name: `Kunta ${nth}`,
    year: 2026,
    goals: 4,
    measures: 60,
    departments: 20,
    rounds: 2,
    seed: nth,
  };
  const result = await importPlan(db, PlanFile.parse(makePlan(size)));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const round = await db.round.findFirstOrThrow({
    where: { plan: { municipality: { slug } }, state: 'open' },
    select: { id: true, municipalityId: true, planId: true },
  });
  const assignments = await db.assignment.findMany({
    where: { measure: { planId: round.planId }, reports: { none: { roundId: round.id } } },
    select: { id: true },
  });
  const { id: userId } = await db.user.create({
    data: {
      email: `${slug}@kunta.example`,
      displayName: `Koordinaattori ${nth}`,
      memberships: { create: { municipalityId: round.municipalityId, role: 'coordinator' } },
    },
  });
  const token = await db.$transaction((tx) => createSession(tx, new Date(), { userId, method: 'password' }));
  return {
    cookie: `${cookieName(undefined)}=${token}`,
    roundId: round.id,
    assignments: assignments.map(({ id }) => id),
  };
}

/** The last day of a round in all of Finland: a fixed rate of answers and drafts, whether the former are done or not. */
export async function benchDeadlineDay(url: string, connectionString: string): Promise<void> {
  const db = createDb(connectionString, { max: 4 });
  const through = new Agent({ keepAlive: true, maxSockets: 200 });
  try {
    const desks: Desk[] = [];
    for (let nth = 1; nth <= municipalities; nth += 1) desks.push(await makeDesk(db, nth));
    const ledger: Ledger = { reports: new Map(), drafts: new Map(), refused: 0, ms: [] };
    const put = async (desk: Desk, id: string, what: 'report' | 'draft', body: object) => {
      const before = performance.now();
      const path = `${url}/api/v1/rounds/${desk.roundId}/assignments/${id}/${what}`;
      const { status } = await ask(path, { cookie: desk.cookie }, body, { method: 'PUT', through });
      ledger.ms.push(performance.now() - before);
      if (status !== 200) ledger.refused += 1;
      return status === 200;
    };
    const common = { progress: 'in_progress', onBehalfOf: 'Toimiala' };
    let reports = 0;
    let drafts = 0;
    // Each assignment is answered once while another of the municipality is drafted, one at a time.
    const submit = async () => {
      const at = reports++;
      const desk = desks[at % desks.length];
      const id = desk?.assignments[Math.floor(at / desks.length)];
      if (!desk || !id) throw new Error('There is nothing left to answer.');
      const note = `vastaus ${at}`;
      const answer = { kind: 'answer', version: 0, note: { fi: note }, evidence: null, figures: [], ...common };
      if (await put(desk, id, 'report', answer)) ledger.reports.set(id, note);
    };
    const type = async () => {
      const at = drafts++;
      const desk = desks[at % desks.length];
      const time = Math.floor(at / desks.length);
      const id = desk?.assignments.at(-1 - (time % 5));
      if (!desk || !id) return;
      const note = `kesken ${at}`;
      const draft = { version: Math.floor(time / 5), baseVersion: 0, note, evidence: '', figures: {}, ...common };
      if (await put(desk, id, 'draft', draft)) ledger.drafts.set(id, note);
    };
    const running: Promise<unknown>[] = [];
    const cpuBefore = await metric(url, cpuMetric);
    const from = performance.now();
    let due = { reports: 0, drafts: 0 };
    while (performance.now() - from < seconds * 1000) {
      const passed = (performance.now() - from) / 1000;
      due = { reports: passed * perSecond.reports, drafts: passed * perSecond.drafts };
      while (reports < due.reports) running.push(submit());
      while (drafts < due.drafts) running.push(type());
      await wait(tickMs);
    }
    await Promise.all(running);
    const took = (performance.now() - from) / 1000;
    const cpu = (await metric(url, cpuMetric)) - cpuBefore;
    await printOf(ledger, { db, url, asked: reports + drafts, took, cpu });
  } finally {
    through.destroy();
    await closeDb(db);
  }
}

type Day = { db: Db; url: string; asked: number; took: number; cpu: number };

async function printOf(ledger: Ledger, { db, url, asked, took, cpu }: Day): Promise<void> {
  const stored = await db.report.findMany({
    where: { assignmentId: { in: [...ledger.reports.keys()] } },
    select: { assignmentId: true, note: true },
  });
  const written = await db.reportDraft.findMany({
    where: { assignmentId: { in: [...ledger.drafts.keys()] } },
    select: { assignmentId: true, note: true },
  });
  const notes = new Set(
    stored.map(({ assignmentId, note }) => `${assignmentId} ${(note as { fi: string } | null)?.fi}`),
  );
  const typed = new Map(written.map(({ assignmentId, note }) => [assignmentId, note]));
  const lost =
    [...ledger.reports].filter(([id, note]) => !notes.has(`${id} ${note}`)).length +
    [...ledger.drafts].filter(([id, note]) => typed.get(id) !== note).length;
  const sorted = ledger.ms.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  const what = `Deadline day of ${municipalities} municipalities`;
  const rate = `${(asked / took).toFixed(0)} a second, ${asked} in all, the median ${at(0.5).toFixed(0)} ms`;
  print({ what: `${what}: acknowledged and lost`, value: lost, goal: 0, note: `of ${asked}` });
  print({ what: `${what}: refused`, value: ledger.refused, goal: 0 });
  print({ what: `${what}: p99`, value: at(0.99), goal: 500, unit: ' ms', note: `(${rate})` });
  // These figures do not depend on the machine's other load.
  print({ what: `${what}: processor time of the API for each`, value: (cpu * 1000) / asked, unit: ' ms' });
  const bytes = await metric(url, 'process_resident_memory_bytes');
  print({ what: `${what}: memory of the API`, value: bytes / 1e6, unit: ' MB' });
}
