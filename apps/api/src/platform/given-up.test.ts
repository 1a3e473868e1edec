import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { unlessGivenUp } from './given-up.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('two that wait for each other both get done, the one that was given up at its second try', async () => {
  const [first = '', second = ''] = (await test.db.department.findMany({ take: 2 })).map(({ id }) => id);
  let [tries, holding] = [0, 0];
  const { promise: bothHold, resolve } = Promise.withResolvers<void>();
  const write = (one: string, other: string) =>
    unlessGivenUp(() =>
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

it('overtaken each time it is worth sending again, which is no fault of the server', async () => {
  let tries = 0;
  const overtaken = async () => {
    tries += 1;
    throw new Error('overtaken');
  };
  await expect(unlessGivenUp(overtaken, () => true)).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  expect(tries).toBe(5);
});

it('anything else is thrown at once', async () => {
  let tries = 0;
  const fail = async () => {
    tries += 1;
    await test.db.$queryRaw`select 1 / 0`;
  };
  await expect(unlessGivenUp(fail)).rejects.toThrow();
  expect(tries).toBe(1);
});
