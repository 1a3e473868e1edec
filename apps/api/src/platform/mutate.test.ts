import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcedPlans } from '../testing/announced-plans.ts';
import { countStatements } from '../testing/count-statements.ts';
import { signIn } from '../testing/sign-in.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { type AuditEntry, mutate, system, unchanged } from './mutate.ts';
import { ConcurrentWriteError } from './retry-on-deadlock.ts';

let test: TestApp;
let municipalityId: string;
let departmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  ({ id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } }));
  ({ id: departmentId } = await test.db.department.findFirstOrThrow({ where: { municipalityId } }));
});
afterAll(() => test.close());

const at = new Date('2026-11-20T10:00:00Z');
const writer = () => ({ ...system(at), municipalityId });
const options = { action: 'department.update', touches: 'plans', lock: 'municipality' } as const;
const entry = (): AuditEntry => ({ subject: `department:${departmentId}`, after: { version: 1 } });

const revisions = () =>
  test.db.plan.findMany({ where: { municipalityId }, orderBy: { year: 'asc' }, select: { id: true, revision: true } });
const versionOf = async () => (await test.db.department.findUniqueOrThrow({ where: { id: departmentId } })).version;
const auditCount = () => test.db.auditEntry.count({ where: { municipalityId } });
const raised = (before: readonly { revision: number }[], by: number) =>
  before.map((plan) => ({ ...plan, revision: plan.revision + by }));
const bump = { where: {}, data: { version: { increment: 1 } } };

describe('mutate', () => {
  it('commits the change with its audit row, the raised revision and the notification', async () => {
    const before = await revisions();
    const version = await versionOf();
    const ids = await announcedPlans(test, () =>
      mutate(test, writer(), options, async (tx) => {
        await tx.department.update({ ...bump, where: { id: departmentId } });
        return { result: undefined, audit: entry() };
      }),
    );
    expect(await versionOf()).toBe(version + 1);
    expect(await revisions()).toEqual(raised(before, 1));
    expect(ids.toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const row = await test.db.auditEntry.findFirst({ where: { municipalityId }, orderBy: { sequence: 'desc' } });
    expect(row).toMatchObject({
      action: 'department.update',
      actorId: null,
      requestId: null,
      createdAt: at,
      ...entry(),
    });
  });

  it('writes nothing when the work fails', async () => {
    const before = [await revisions(), await versionOf(), await auditCount()];
    const failing = mutate(test, writer(), options, async (tx) => {
      await tx.department.update({ ...bump, where: { id: departmentId } });
      await tx.$executeRaw`select 1 / 0`;
      return { result: undefined, audit: entry() };
    });
    await expect(failing).rejects.toThrow();
    expect([await revisions(), await versionOf(), await auditCount()]).toEqual(before);
  });

  it('writes no audit row and raises no revision when nothing changed', async () => {
    const before = [await revisions(), await auditCount()];
    expect(await mutate(test, writer(), options, async () => unchanged('same'))).toBe('same');
    expect([await revisions(), await auditCount()]).toEqual(before);
  });

  it('raises the plans that the work names, and no others', async () => {
    const [first] = await revisions();
    const before = await revisions();
    await mutate(test, writer(), options, async () => ({
      result: undefined,
      audit: entry(),
      touched: [first?.id ?? ''],
    }));
    expect(await revisions()).toEqual(before.map((plan, index) => (index === 0 ? raised([plan], 1)[0] : plan)));
  });

  it('writes several audit rows in their order, each with its own action and actor', async () => {
    const { userId } = await signIn(test, { role: 'admin' });
    await mutate(test, writer(), { action: ['round.freeze', 'round.reopen'], touches: 'nothing' }, async () => ({
      result: undefined,
      audit: [
        { action: 'round.freeze', subject: 'round:1' },
        { action: 'round.reopen', subject: 'round:1', actorId: userId },
      ],
    }));
    const rows = await test.db.auditEntry.findMany({
      where: { municipalityId },
      orderBy: { sequence: 'desc' },
      take: 2,
    });
    expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['round.reopen', userId],
      ['round.freeze', null],
    ]);
  });

  it('locks first and writes the audit row last', async () => {
    const { statements } = await countStatements(() =>
      mutate(test, writer(), options, async (tx) => {
        await tx.department.update({ ...bump, where: { id: departmentId } });
        return { result: undefined, audit: entry() };
      }),
    );
    const places = [
      'from "Municipality"',
      '"Department"',
      '"Plan"',
      'pg_notify',
      'advisory',
      'INSERT INTO "public"."AuditEntry"',
    ];
    const order = places.map((text) => statements.findIndex((statement) => statement.includes(text)));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('runs again after a concurrent write only when it may', async () => {
    let tries = 0;
    const losing = (retry: boolean) =>
      mutate(test, writer(), { ...options, retry }, async () => {
        tries += 1;
        if (tries < 3) throw new ConcurrentWriteError();
        return unchanged(tries);
      });
    await expect(losing(false)).rejects.toBeInstanceOf(ConcurrentWriteError);
    expect(await losing(true)).toBe(3);
  });
});

/** Compiles only while each of these is an error. Nothing runs it. */
export const mustNotCompile = async () => {
  const writerOfMunicipality = { ...system(at), municipalityId };
  const everywhere = system(at);
  const result = undefined;
  // @ts-expect-error A write names its action.
  await mutate(test, writerOfMunicipality, { touches: 'nothing' }, async () => ({ result, audit: entry() }));
  // @ts-expect-error A write says what it touches.
  await mutate(test, writerOfMunicipality, { action: 'user.invite' }, async () => ({ result, audit: entry() }));
  // @ts-expect-error An audited write returns its audit rows, even when there are none.
  await mutate(test, writerOfMunicipality, { action: 'user.invite', touches: 'nothing' }, async () => ({ result }));
  // @ts-expect-error A write without an audit row gives the reason.
  await mutate(test, writerOfMunicipality, { action: null, touches: 'nothing' }, async () => ({ result }));
  // @ts-expect-error Of several actions a row names its own.
  await mutate(test, writerOfMunicipality, { action: ['round.open'], touches: 'nothing' }, async () => ({
    result,
    audit: entry(),
  }));
  // @ts-expect-error A writer of no municipality says whose log a row goes to.
  await mutate(test, everywhere, { action: 'user.invite', touches: 'nothing' }, async () => ({
    result,
    audit: entry(),
  }));
};
