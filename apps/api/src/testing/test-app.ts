import { resolve } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse as Answer } from 'fastify';
import { expect } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase } from '@vointi/db/testing/test-database.ts';
import { ProblemAnswer } from '@vointi/shared/http/problem-contract.ts';
import type { Problem, ProblemCode } from '@vointi/shared/http/problem.ts';
import { buildApp, type AppOptions } from '../app.ts';
import { loadExamples } from '../features/plan/examples.ts';
import type { Settings } from '../platform/settings.ts';
import { startDatabaseProxy, type DatabaseProxy } from './database-proxy.ts';

export type TestApp = {
  app: FastifyInstance;
  /** Reaches the database as its owner, even while the proxy is shut. */
  db: Db;
  /** The proxy between the app and the database. */
  databaseProxy: DatabaseProxy;
  close: () => Promise<void>;
};

export const kouvola = '/api/v1/municipalities/kouvola/plans/2024';
export const esimerkkila = '/api/v1/municipalities/esimerkkila/plans/2026';
const examples = resolve(import.meta.dirname, '../../../../examples');

type TestOptions = Partial<Omit<AppOptions, 'settings'>> & { settings?: Partial<Settings> };

export const testSettings: Settings = {
  publicUrl: undefined,
  baseUrl: () => 'http://localhost:80',
  isDemo: true,
  linkSecret: 'only for tests, and long enough to be one',
  smtpUrl: undefined,
  mailFrom: 'Vointi <vointi@kunta.example>',
  identityProvider: undefined,
};

/** The app on its own database with Kouvola and Esimerkkilä. It checks boards seldom, so that tests count their own queries. */
export async function startTestApp(options: TestOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const db = createDb(database.connectionString, { max: 2 });
  await loadExamples(db, examples);
  const databaseProxy = await startDatabaseProxy(database.appConnectionString);
  const appDb = createDb(databaseProxy.connectionString);
  const { settings, ...rest } = options;
  const app = await buildApp({
    db: appDb,
    connectionString: databaseProxy.connectionString,
    checkEveryMs: 3_600_000,
    hasJobs: false,
    settings: { ...testSettings, ...settings },
    ...rest,
  });
  await app.ready();
  return {
    app,
    db,
    databaseProxy,
    close: async () => {
      await databaseProxy.open();
      await app.close();
      await closeDb(appDb);
      await databaseProxy.close();
      await closeDb(db);
      await database.drop();
    },
  };
}

/** Expects a problem in the product's form. @returns its body */
export function expectProblem(answer: Answer, code?: ProblemCode): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  const problem = answer.json<Problem>();
  expect(ProblemAnswer.strict().parse(problem)).toEqual(problem);
  expect(problem).toMatchObject({ status: answer.statusCode, ...(code && { code }) });
  return problem;
}
