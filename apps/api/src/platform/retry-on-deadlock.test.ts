import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ConcurrentWriteError, retryOnDeadlock } from './retry-on-deadlock.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('commits both transactions of a deadlock, the aborted one at its second try', async () => {
  const [first = '', second = ''] = (await test.db.department.findMany({ take: 2 })).map(({ id }) => id);
  let [tries, holding] = [0, 0];
  const { promise: bothHold, resolve } = Promise.withResolvers<void>();
  const write = (one: string, other: string) =>
    retryOnDeadlock(() =>
      test.db.$transaction(async (tx) => {
        tries += 1;
        await tx.department.update({ where: { id: one }, data: { version: { increment: 1 } } });
        holding += 1;
        if (holding === 2) resolve();
        await bothHold;
        await tx.$executeRaw`update "Department" set version = version + 1 where id = ${other}::uuid`;
      }),
    );
  await Promise.all([write(first, second), write(second, first)]);
  expect(tries).toBe(3);
  const both = await test.db.department.findMany({ where: { id: { in: [first, second] } } });
  expect(both.map(({ version }) => version)).toEqual([3, 3]);
});

it('answers 503 after five concurrent writes in a row', async () => {
  let tries = 0;
  const loseRace = async () => {
    tries += 1;
    throw new ConcurrentWriteError();
  };
  await expect(retryOnDeadlock(loseRace)).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  expect(tries).toBe(5);
});

it('throws any other error at once', async () => {
  let tries = 0;
  const fail = async () => {
    tries += 1;
    await test.db.$queryRaw`select 1 / 0`;
  };
  await expect(retryOnDeadlock(fail)).rejects.toThrow();
  expect(tries).toBe(1);
});
