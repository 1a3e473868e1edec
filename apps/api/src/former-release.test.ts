import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { migrateJobs } from '@vointi/db/jobs.ts';
import { migrate } from '@vointi/db/migrate.ts';
import { readMigrations } from '@vointi/db/migration-files.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { Board } from '@vointi/shared/plan/contract.ts';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import { verifyAudit } from './features/audit/verify.ts';
import { buildApp } from './app.ts';
import { cookieName, createSession } from './platform/session.ts';
import { send } from './testing/person.ts';
import { testSettings } from './testing/test-app.ts';

type Row = Record<string, unknown>;
/** Entilä's rows as the former release left them: a loaded round, a closed one that was reopened, an open one, a draft. */
const former = JSON.parse(readFileSync(new URL('./testing/former-release.json', import.meta.url), 'utf8')) as {
  migrations: string[];
  rows: Record<string, Row[]>;
};
/** A day of the open round. */
const now = new Date('2026-10-02T08:00:00Z');

let database: TestDatabase;
let client: pg.Client;
let db: Db;
let app: FastifyInstance;

const rowsOf = async (table: string): Promise<Row[]> => {
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text`,
  );
  return rows.map(({ row }) => row);
};

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  client = new pg.Client(database.connectionString);
  await client.connect();
  await migrate(
    database.connectionString,
    readMigrations().filter(({ name }) => former.migrations.includes(name)),
  );
  // The tables refer to each other, so they are filled as a restored backup is.
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const [table, rows] of Object.entries(former.rows)) {
    await client.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1)`, [
      JSON.stringify(rows),
    ]);
  }
  await client.query('commit');
  await migrate(database.connectionString);
  await migrateJobs(database.connectionString);
  db = createDb(database.connectionString, { max: 2 });
  app = await buildApp({
    db,
    connectionString: database.connectionString,
    checkEveryMs: 3_600_000,
    hasJobs: false,
    settings: testSettings,
    now: () => now,
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await closeDb(db);
  await client.end();
  await database.drop();
});

const plan = '/municipalities/entila/plans/2026';
const boardOf = async (query = '') => Board.parse((await send({ app }, 'GET', `${plan}/board${query}`)).json());
const lightsOf = ({ goals }: Board) =>
  Object.fromEntries(
    goals
      .flatMap(({ measures }) => measures)
      .map(({ code, assignments }) => [code, assignments.map(({ progress }) => progress)]),
  );

/** M-2 in the order of its departments; an answer of autumn waits for approval, and is no light yet. */
const lights = {
  'm-1': ['in_progress'],
  'm-2': ['in_progress', 'done', 'done'],
  'm-3': ['not_started'],
  'm-4': ['in_progress'],
  'm-5': [null],
};

it('was written by a release that knew fewer migrations', () => {
  expect(former.migrations.length).toBeGreaterThan(10);
  expect(readMigrations().length).toBeGreaterThan(former.migrations.length);
});

it.each(Object.keys(former.rows))('keeps every row and every value of %s', async (table) => {
  const before = former.rows[table] ?? [];
  const columns = Object.keys(before[0] ?? {});
  const after = (await rowsOf(table)).map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  const inOrder = (rows: Row[]) => rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).toSorted();
  expect(inOrder(after)).toEqual(inOrder(before));
});

it('says of a loaded answer that it comes from a document, and of others that they do not', async () => {
  const reports = await rowsOf('Report');
  expect(reports.filter(({ origin }) => origin === 'document')).toHaveLength(6);
  for (const { origin, authorId } of reports) expect(origin).toBe(authorId === null ? 'document' : 'department');
});

it('shows the board of the open round with the lights of the rounds before', async () => {
  const board = await boardOf();
  expect(board.round).toMatchObject({ slug: 'syksy-2026', state: 'open' });
  expect(lightsOf(board)).toEqual(lights);
});

it('shows the board of the closed round as its last snapshot has it', async () => {
  const board = await boardOf('?round=kevat-2026');
  expect(lightsOf(board)).toEqual(lights);
});

it('has an audit log without a fault', async () => {
  const chains: [number, object | null][] = [];
  for await (const { entries, fault } of verifyAudit(db)) chains.push([entries, fault]);
  expect(chains).toContainEqual([former.rows['AuditEntry']?.length, null]);
});

it('gives a reporter the words that were being written, and takes the answer', async () => {
  const { authorId, roundId, assignmentId } = (former.rows['ReportDraft'] ?? []).find(
    ({ note }) => note === 'Kirjoitetaan vielä.',
  ) as Record<string, string>;
  const token = await db.$transaction((tx) => createSession(tx, now, { userId: authorId ?? '', method: 'password' }));
  const from = { cookie: `${cookieName(undefined)}=${token}` };
  const rows = async () =>
    (await send({ app }, 'GET', '/reporting', undefined, from))
      .json<Reporting>()
      .desks.flatMap((desk) => (desk.round?.id === roundId ? desk.rows : []));
  const [row] = (await rows()).filter((one) => one.assignmentId === assignmentId);
  expect(row?.draft).toMatchObject({ note: 'Kirjoitetaan vielä.', figures: { kavijat: '1 5' } });
  const answer = { kind: 'answer', version: 0, progress: 'in_progress', note: { fi: 'Kirjoitettu.' } };
  const sent = await send(
    { app },
    'PUT',
    `/rounds/${roundId}/assignments/${assignmentId}/report`,
    { ...answer, evidence: null, figures: [], onBehalfOf: null },
    from,
  );
  expect(sent.statusCode).toBe(200);
});
