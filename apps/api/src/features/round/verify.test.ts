import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { signInCoordinator } from './testing.ts';
import { snapshotLine, verifySnapshots, type VerifiedSnapshot } from './verify.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const verified = async () => {
  const all: VerifiedSnapshot[] = [];
  for await (const snapshot of verifySnapshots(test.db)) all.push(snapshot);
  return all;
};
const overviewOf = async (slug: string) => {
  const by = await signInCoordinator(test);
  const { id } = await test.db.round.findFirstOrThrow({ where: { slug } });
  return (await by.get(id)).json<RoundOverview>();
};

it('finds every snapshot intact, on the page too', async () => {
  const all = await verified();
  expect(all.map(({ municipality, round, isIntact }) => [municipality, round, isIntact])).toEqual(
    expect.arrayContaining([
      ['kouvola', 'tilannekatsaus-2024', true],
      ['esimerkkila', 'syksy-2025', true],
      ['esimerkkila', 'kevat-2026', true],
    ]),
  );
  expect(all.map(snapshotLine)).toContainEqual(
    expect.stringMatching(/^kouvola 2024 tilannekatsaus-2024, copy 1: intact, [0-9a-f]{64}$/),
  );
  expect(await overviewOf('tilannekatsaus-2024')).toMatchObject({ isIntact: true });
});

it('says which snapshot somebody has changed past the database’s guards', async () => {
  await test.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`update "RoundSnapshot" s set rows = jsonb_set(rows, '{counts,answered}', '89')
      from "Round" r where r.id = s."roundId" and r.slug = 'tilannekatsaus-2024'`;
  });
  const changed = (await verified()).filter(({ isIntact }) => !isIntact);
  expect(changed.map(snapshotLine)).toEqual([
    expect.stringMatching(/^kouvola 2024 tilannekatsaus-2024, copy 1: CHANGED, its rows do not have the hash /),
  ]);
  expect(await overviewOf('tilannekatsaus-2024')).toMatchObject({ isIntact: false });
});

it('refuses to change or delete a snapshot, and a second open round of a plan', async () => {
  await expect(test.db.roundSnapshot.deleteMany()).rejects.toThrow('append-only');
  await expect(test.db.roundSnapshot.updateMany({ data: { number: 9 } })).rejects.toThrow('append-only');
  const round = await test.db.round.findFirstOrThrow({ where: { slug: 'tilannekatsaus-2024' } });
  const { id: _id, order, ...rest } = round;
  const open = (slug: string, at: number) =>
    test.db.round.create({
      data: {
        ...(rest as unknown as Record<string, never>),
        slug,
        order: order + at,
        state: 'open',
        opensAt: new Date('2027-01-01T00:00:00Z'),
        closesAt: new Date('2027-02-01T00:00:00Z'),
      } as never,
    });
  await open('ensimmainen', 1);
  await expect(open('toinen', 2)).rejects.toThrow(/Unique constraint/);
});
