import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditApi as api, type AuditRow } from '@vointi/shared/audit/contract.ts';
import { type AuditInput, writeAudit } from '../../platform/audit.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
let municipalityId: string;
const params = { slug: 'kouvola' };

const write = (at: string, input: Partial<AuditInput> = {}) =>
  test.db.$transaction((tx) =>
    writeAudit(tx, new Date(at), {
      municipalityId,
      actorId: admin.userId,
      action: 'user.update',
      subject: 'user:somebody',
      requestId: null,
      ...input,
    }),
  );
const list = async (query: Record<string, string> = {}) => {
  const page = (await ask(test, admin, api.list, { params, query })).json<{
    entries: AuditRow[];
    names: Record<string, { fi: string }>;
    next: string | null;
  }>();
  expect(api.list.response.parse(page)).toEqual(page);
  return page;
};
const exported = async (body = {}) => {
  const answer = await ask(test, admin, api.export, { params, body });
  return { answer, lines: answer.body.split('\r\n') };
};

beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
  ({ id: municipalityId } = await test.db.municipality.findUniqueOrThrow({ where: params }));
});
afterAll(() => test.close());

describe('the list', () => {
  it('contains the import of the plan, without an actor', async () => {
    expect((await list({ action: 'plan.import' })).entries).toMatchObject([
      { sequence: 1, actor: null, after: { year: 2024, isReplaced: false }, subjectName: '2024' },
    ]);
  });

  it('shows the present names of people and departments, and none of removed people', async () => {
    const department = await test.db.department.findFirstOrThrow({
      where: { slug: 'nuorisopalvelut', municipalityId },
    });
    const leaver = await signIn(test, { role: 'leader' });
    await write('2026-01-01T12:00:00Z', { subject: `department:${department.id}`, actorId: leaver.userId });
    await write('2026-01-01T12:00:00Z', { subject: `user:${leaver.userId}` });
    const [, before] = (await list()).entries;
    expect(before).toMatchObject({ actor: { displayName: leaver.displayName }, subjectName: 'Nuorisopalvelut' });
    await test.db.user.update({
      where: { id: leaver.userId },
      data: { removedAt: new Date(), displayName: 'x', email: null, passwordHash: null },
    });
    const [now, earlier] = (await list()).entries;
    expect(now).toMatchObject({
      actor: { displayName: admin.displayName },
      subject: `user:${leaver.userId}`,
      subjectName: null,
    });
    expect(earlier).toMatchObject({ actor: { id: leaver.userId, displayName: null } });
  });

  it('names the measure and department of an answer, also inside what changed, and nothing of another municipality', async () => {
    const measured = { department: { select: { name: true } }, measure: { select: { title: true } } };
    const of = (slug: string) =>
      test.db.report.findFirstOrThrow({
        where: { round: { plan: { municipality: { slug } } } },
        include: { assignment: { include: measured } },
      });
    const [own, foreign] = [await of('kouvola'), await of('esimerkkila')];
    const after = { assignment: own.assignmentId, reports: [foreign.id], round: own.roundId };
    await write('2026-01-01T12:00:00Z', { action: 'report.submit', subject: `report:${own.id}`, after });
    const { entries, names } = await list();
    const { measure, department } = own.assignment;
    const fi = `${(measure.title as { fi: string }).fi}, ${(department.name as { fi: string }).fi}`;
    expect(entries[0]?.subjectName).toBe(fi);
    expect(names[own.id]).toMatchObject({ fi });
    expect(names[own.assignmentId]).toMatchObject({ fi });
    expect(names[own.roundId]).toMatchObject({ fi: 'Tilannekatsaus 2024' });
    expect(names[foreign.id]).toBeUndefined();
  });

  it('names rounds of the municipality only', async () => {
    for (const slug of ['syksy-2026', 'tilannekatsaus-2024']) {
      const { id } = await test.db.round.findFirstOrThrow({ where: { slug } });
      await write('2026-01-01T12:00:00Z', { subject: `round:${id}` });
    }
    const [own, foreign] = (await list()).entries;
    expect([own?.subjectName, foreign?.subjectName]).toEqual(['Tilannekatsaus 2024', null]);
  });

  it('filters by action, actor, subject and Finnish days', async () => {
    // The clock goes back on 25 October: that day has 25 hours.
    for (const at of ['2026-10-24T20:59:59Z', '2026-10-24T21:00:00Z', '2026-10-25T21:59:59Z', '2026-10-25T22:00:00Z']) {
      await write(at, { action: 'user.disable', subject: 'user:clock' });
    }
    const timesOf = async (query: Record<string, string>) =>
      (await list({ subject: 'user:clock', ...query })).entries.map(({ createdAt }) => createdAt.slice(5, 16));
    expect(await timesOf({ from: '2026-10-25', to: '2026-10-25' })).toEqual(['10-25T21:59', '10-24T21:00']);
    expect(await timesOf({ to: '2026-10-24' })).toEqual(['10-24T20:59']);
    expect(await timesOf({ from: '2026-10-26', action: 'user.disable' })).toEqual(['10-25T22:00']);
    expect(await timesOf({ action: 'user.enable' })).toEqual([]);
    expect(await timesOf({ actor: admin.userId })).toHaveLength(4);
    expect(await timesOf({ actor: municipalityId })).toEqual([]);
    const nouns = new Set((await list({ subject: 'user' })).entries.map(({ subject }) => subject.split(':')[0]));
    expect([...nouns]).toEqual(['user']);
  });

  it('continues after the cursor, whatever was written since', async () => {
    await Promise.all(Array.from({ length: 20 }, () => write('2026-02-01T00:00:00Z', { subject: 'user:page' })));
    for (let more = 0; more < 40; more += 1) await write('2026-02-02T00:00:00Z', { subject: 'user:page' });
    const first = await list({ subject: 'user:page' });
    await write('2026-02-03T00:00:00Z', { subject: 'user:page' });
    const second = await list({ subject: 'user:page', cursor: first.next ?? '' });
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, null]);
    const sequences = [...first.entries, ...second.entries].map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => b - a));
  });

  it.each(['0', '-1', 'abc', '99999999999', '2147483648'])('refuses the cursor %s', async (cursor) => {
    const answer = await ask(test, admin, api.list, { params, query: { cursor } });
    expect(expectProblem(answer, 'invalid_request').details).toMatchObject([{ path: 'query.cursor' }]);
  });

  it('is open to the admin of that municipality only', async () => {
    const coordinator = await signIn(test, { role: 'coordinator' });
    const stranger = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
    expectProblem(await ask(test, coordinator, api.list, { params, query: {} }), 'forbidden');
    expectProblem(await ask(test, stranger, api.list, { params, query: {} }), 'not_found');
    expectProblem(await ask(test, coordinator, api.export, { params, body: {} }), 'forbidden');
    // A refusal is in the log of the municipality that the person belongs to.
    expect((await list({ action: 'access.refuse' })).entries).toMatchObject([
      { actor: { id: coordinator.userId }, subject: 'POST /api/v1/municipalities/:slug/audit/export' },
      { actor: { id: coordinator.userId }, subject: 'GET /api/v1/municipalities/:slug/audit' },
    ]);
  });
});

describe('the file', () => {
  it('is a CSV file, oldest first, and contains its own export', async () => {
    const { answer, lines } = await exported();
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="vointi-kouvola-audit.csv"',
      'cache-control': 'no-store',
    });
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines[0]).toBe('\uFEFFnro;aika;toiminto;tekijä;tekijän tunniste;kohde;kohteen nimi;ennen;jälkeen;pyyntö');
    expect(lines[1]).toMatch(/^1;\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}\.\d\d\.\d\d;plan\.import;;;plan:/);
    expect(lines.at(-2)).toContain(';audit.export;');
    expect(lines.at(-1)).toBe('');
    expect(lines.length - 2).toBe(await test.db.auditEntry.count({ where: { municipalityId } }));
  });

  it('uses the filters of the list and Finnish time', async () => {
    const { lines } = await exported({ subject: 'user:clock', from: '2026-10-25', to: '2026-10-25' });
    expect(lines.slice(1, -1).map((line) => line.split(';')[1])).toEqual([
      '25.10.2026 00.00.00',
      '25.10.2026 23.59.59',
    ]);
    const [last] = (await list({ action: 'audit.export' })).entries;
    expect(last?.after).toEqual({ from: '2026-10-25', to: '2026-10-25' });
  });

  it('escapes formulas', async () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', 'a;b"c']) {
      await test.db.user.update({ where: { id: admin.userId }, data: { displayName: name } });
      const { lines } = await exported({ action: 'plan.import' });
      const { lines: own } = await exported({ action: 'audit.export' });
      expect(lines).toHaveLength(3);
      const cell = own.at(-2)?.split(';').slice(3).join(';') ?? '';
      expect(cell.startsWith(name === 'a;b"c' ? '"a;b""c";' : `'${name};`)).toBe(true);
    }
  });

  it('contains the whole log, read in batches', async () => {
    await test.db
      .$executeRaw`insert into "AuditEntry" (id, "municipalityId", sequence, action, subject, "previousHash", hash)
      select gen_random_uuid(), ${municipalityId}::uuid, 100000 + n, 'user.update', 'user:many', sha256('a'), sha256('b')
      from generate_series(1, 2500) n`;
    const { lines } = await exported({ subject: 'user:many' });
    expect(lines.slice(1, -1).map((line) => Number(line.split(';')[0]))).toEqual(
      Array.from({ length: 2500 }, (_, index) => 100_001 + index),
    );
  });
});
