import { expect, it } from 'vitest';
import { createSession, hashOf } from '../../platform/session.ts';
import { createLink } from '../../platform/one-time-link.ts';
import { makePerson } from '../../testing/person.ts';
import { until } from '../../testing/smtp.ts';
import { startTestApp } from '../../testing/test-app.ts';

it('deletes what expired more than a month ago, and nothing else', async () => {
  const now = new Date('2026-11-24T08:00:00Z');
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
  const test = await startTestApp({ now: () => now, hasJobs: true });
  const { db } = test;
  const { id: userId } = await makePerson(test);
  for (const at of [days(-32), days(-29), now]) {
    await db.$transaction((tx) => createSession(tx, at, { userId, method: 'password' }));
    const other = await makePerson(test);
    await db.$transaction((tx) => createLink(tx, at, { userId: other.id, kind: 'reset' }));
    await db.demoMail.create({ data: { to: 'a@kunta.example', subject: 'Kutsu', text: 'Tervetuloa', createdAt: at } });
  }
  const flow = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/' };
  await db.signInFlow.create({ data: { ...flow, browserHash: hashOf('a'), expiresAt: days(-1) } });
  await db.signInFlow.create({ data: { ...flow, browserHash: hashOf('b'), expiresAt: days(1) } });
  const pairing = (code: string, expiresAt: Date) => ({
    code,
    expiresAt,
    tokenHash: hashOf(code),
    createdAt: days(-2),
  });
  await db.displayPairing.createMany({ data: [pairing('ABCD2345', days(-1)), pairing('WXYZ6789', days(1))] });
  const { id: municipalityId } = await db.municipality.findFirstOrThrow();
  const screen = (room: string, revokedAt: Date | null) => ({
    municipalityId,
    room,
    revokedAt,
    tokenHash: hashOf(room),
  });
  await db.display.createMany({ data: [screen('a', days(-32)), screen('b', days(-29)), screen('c', null)] });
  await db.rateLimit.createMany({
    data: [
      { key: 'old', points: 1, expire: days(-1) },
      { key: 'new', points: 1, expire: days(1) },
    ],
  });
  const addressKey = 'a'.repeat(64);
  for (const at of [days(-4), now]) {
    await db.reminder.create({ data: { recipient: `user:${userId}`, day: at, addressKey } });
  }
  await db.$executeRaw`select from graphile_worker.add_job('delete_old', '{}'::json)`;
  await until(async () => (await db.rateLimit.count()) === 1 && (await db.demoMail.count()) === 2);
  expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'new' }]);
  expect(await db.session.count()).toBe(2);
  expect(await db.oneTimeLink.count()).toBe(2);
  expect(await db.signInFlow.count()).toBe(1);
  const keys = await db.reminder.findMany({ orderBy: { day: 'asc' }, select: { addressKey: true } });
  expect(keys).toEqual([{ addressKey: null }, { addressKey }]);
  expect(await db.displayPairing.findMany({ select: { code: true } })).toEqual([{ code: 'WXYZ6789' }]);
  expect(await db.display.findMany({ orderBy: { room: 'asc' }, select: { room: true } })).toEqual([
    { room: 'b' },
    { room: 'c' },
  ]);
  await test.close();
});
