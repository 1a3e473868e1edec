import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { verifyAudit } from './features/audit/verify.ts';
import { cookieName, createSession } from './platform/session.ts';
import { deleteRounds } from './testing/delete-rounds.ts';
import { openRound, type OpenedRound } from './testing/open-round.ts';
import { type Acknowledged, type Client, type Ledger, reportOnAndOn } from './testing/reporting-clients.ts';
import { addressOf, endProcesses, newDataDir, type Run, startProcess } from './testing/start-process.ts';

const departments = 20;
let dataDir: string;
let run: Run;
let url: string;

const start = async (port = '0') => {
  run = startProcess({ DATA_DIR: dataDir, PORT: port });
  url = await addressOf(run);
};
beforeAll(async () => {
  dataDir = newDataDir();
  await start();
}, 90_000);
afterAll(endProcesses, 60_000);

const postmaster = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

async function withDb<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { connectionString } = JSON.parse(readFileSync(join(dataDir, 'connection.json'), 'utf8')) as {
    connectionString: string;
  };
  const db = createDb(connectionString, { max: 2 });
  try {
    return await work(db);
  } finally {
    await closeDb(db);
  }
}

/** An open round, and twenty departments of Kouvola with a signed-in reporter each. */
const prepare = () =>
  withDb(async (db): Promise<{ round: OpenedRound; clients: Client[] }> => {
    await deleteRounds({ db }, { slug: { startsWith: 'testikierros' } });
    const round = await openRound({ db });
    const { municipalityId, planId } = round;
    const rows = await db.department.findMany({
      where: { municipalityId, assignments: { some: { measure: { planId } } } },
      orderBy: { assignments: { _count: 'desc' } },
      take: departments,
      select: {
        slug: true,
        assignments: { where: { measure: { planId } }, select: { id: true } },
        memberships: { where: { role: 'reporter' }, select: { userId: true }, take: 1 },
      },
    });
    const clients: Client[] = [];
    for (const { slug, assignments, memberships } of rows) {
      const userId = memberships[0]?.userId ?? '';
      const token = await db.$transaction((tx) => createSession(tx, new Date(), { userId, method: 'password' }));
      const cookie = `${cookieName(undefined)}=${token}`;
      clients.push({ department: slug, cookie, assignments: assignments.map(({ id }) => id) });
    }
    return { round, clients };
  });

const keyOf = ({ assignmentId, version, note }: Acknowledged) => `${assignmentId} ${version} ${note}`;

/** Compares the clients' ledger with the database: acknowledged answers that are missing, and answers stored twice. */
const audit = (roundId: string, { acknowledged }: Ledger) =>
  withDb(async (db) => {
    const stored = await db.reportRevision.findMany({
      where: { report: { roundId } },
      orderBy: [{ reportId: 'asc' }, { version: 'asc' }],
      select: { version: true, note: true, report: { select: { assignmentId: true, version: true, note: true } } },
    });
    const revisions = stored.map(({ version, note, report }) => ({
      assignmentId: report.assignmentId,
      version,
      note: (note as { fi: string }).fi,
    }));
    const known = new Set(revisions.map(keyOf));
    const notes = revisions.map(({ note }) => note);
    const gaps = [...Map.groupBy(revisions, ({ assignmentId }) => assignmentId).values()].filter((some) =>
      some.some(({ version }, index) => version !== index + 1),
    );
    const torn = stored.filter(
      ({ version, note, report }) =>
        version === report.version && (note as { fi: string }).fi !== (report.note as { fi: string }).fi,
    );
    return {
      lost: acknowledged.filter((one) => !known.has(keyOf(one))),
      twice: notes.filter((note, index) => notes.indexOf(note) !== index),
      gaps,
      torn,
    };
  });

const emptyLedger = (): Ledger => ({ acknowledged: [], unanswered: 0, unexpected: [] });

const killApi = async () => {
  const { port } = new URL(url);
  run.child.kill('SIGKILL');
  await run.exit;
  await start(port);
};
const kills = {
  api: killApi,
  // The product restarts its database by itself.
  postgres: () => Promise.resolve(void process.kill(postmaster(), 'SIGKILL')),
  both: async () => {
    process.kill(postmaster(), 'SIGKILL');
    await killApi();
  },
};

/** Kills at random moments, each time after all clients work again. */
async function killAtRandom(ledger: Ledger, order: readonly (keyof typeof kills)[]): Promise<string[]> {
  /** Twice as many answers as clients, so that each works. On a busy machine a restart alone can take a minute. */
  const untilMore = () => {
    const before = ledger.acknowledged.length;
    return expect
      .poll(() => ledger.acknowledged.length, { timeout: 180_000 })
      .toBeGreaterThan(before + 2 * departments);
  };
  const done: string[] = [];
  await untilMore();
  for (const what of order) {
    const after = Math.round(Math.random() * 400);
    await wait(after);
    done.push(`${what} after ${after} ms, ${ledger.acknowledged.length} acknowledged`);
    await kills[what]();
    await untilMore();
  }
  return done;
}

it('loses and doubles nothing acknowledged while the API and PostgreSQL are killed and twenty departments report', async () => {
  const { round, clients } = await prepare();
  expect(clients).toHaveLength(departments);
  const ledger = emptyLedger();
  let isOver = false;
  const reporting = { url, roundId: round.roundId, ledger, isOver: () => isOver };
  const working = clients.map((client) => reportOnAndOn(client, reporting));
  const order = (['api', 'postgres', 'both'] as const).toSorted(() => Math.random() - 0.5);
  const done = await killAtRandom(ledger, order);
  isOver = true;
  await Promise.all(working);
  expect(ledger.unexpected, done.join('; ')).toEqual([]);
  expect(ledger.unanswered).toBeGreaterThan(0);
  expect(await audit(round.roundId, ledger), done.join('; ')).toEqual({ lost: [], twice: [], gaps: [], torn: [] });
  await withDb(async (db) => {
    for await (const { name, fault } of verifyAudit(db)) expect([name, fault]).toEqual([name, null]);
  });
}, 720_000);

/** A service that acknowledges before it writes: the test must see what it loses. */
async function startHasty(): Promise<{ hasty: Server; address: string }> {
  const hasty = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { version } = JSON.parse(body.toString()) as { version: number };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ report: { version: version + 1 } }));
      const { cookie = '' } = request.headers;
      const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      void fetch(`${url}${request.url}`, { method: 'PUT', headers, body }).then(
        (answer) => answer.arrayBuffer(),
        () => undefined,
      );
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => hasty.once('listening', resolve));
  return { hasty, address: `http://127.0.0.1:${(hasty.address() as AddressInfo).port}` };
}

it('finds by the same ledger what a service loses that acknowledges before it writes', async () => {
  const { round, clients } = await prepare();
  const ledger = emptyLedger();
  const { hasty, address } = await startHasty();
  let isOver = false;
  const reporting = { url: address, roundId: round.roundId, ledger, isOver: () => isOver };
  const working = clients.map((client) => reportOnAndOn(client, reporting));
  await killAtRandom(ledger, ['api']);
  isOver = true;
  await Promise.all(working);
  hasty.closeAllConnections();
  hasty.close();
  expect((await audit(round.roundId, ledger)).lost.length).toBeGreaterThan(0);
}, 120_000);
