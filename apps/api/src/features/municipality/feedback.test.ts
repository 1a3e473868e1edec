import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsApi as api } from '@vointi/shared/municipality/settings-contract.ts';
import { ask } from '../../testing/ask.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const params = { slug: 'kouvola' };
const send = (message = 'Painike ei toimi') =>
  ask(test, null, api.sendFeedback, { params, body: { message, page: '/kouvola/2024' } });
const takes = (feedbackEmail: string | null) => test.db.municipality.update({ where: params, data: { feedbackEmail } });
const waiting = () =>
  test.db.$queryRaw<{ payload: object }[]>`
    select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
    where j.task_identifier = 'send_mail' order by id`;

it('mails the contact of the municipality, and answers 404 without one', async () => {
  expectProblem(await send(), 'not_found');
  const { id } = await takes('palaute@kouvola.example');
  const entries = await test.db.auditEntry.count();
  expect((await send()).json()).toEqual({ done: true });
  expect((await waiting()).map(({ payload }) => payload)).toEqual([
    { kind: 'feedback', municipalityId: id, message: 'Painike ei toimi', page: '/kouvola/2024' },
  ]);
  expect(await test.db.auditEntry.count()).toBe(entries);
});

it('accepts requests of our own pages only, and limits them', async () => {
  const url = '/api/v1/municipalities/kouvola/feedback';
  const foreign = {
    method: 'POST',
    url,
    payload: { message: 'x' },
    headers: { origin: 'https://muu.example' },
  } as const;
  expectProblem(await test.app.inject(foreign), 'cross_origin');
  const answers = [];
  for (let time = 0; time < 11; time += 1) answers.push(await send());
  const last = expectProblem(answers.at(-1)!, 'too_many_requests');
  expect(last.retryAfter).toBeGreaterThan(0);
  expect((await waiting()).length).toBeLessThanOrEqual(10);
});
