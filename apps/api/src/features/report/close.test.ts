import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotRows } from '../plan/public.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { ask } from '../../testing/ask.ts';
import { deleteRounds } from '../../testing/delete-rounds.ts';
import { type OpenedRound, openRound } from '../../testing/open-round.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, reporting } from './testing.ts';

const writers = 20;
let test: TestApp;
let on: OpenedRound;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());
beforeEach(async () => {
  await deleteRounds(test, { slug: { startsWith: 'testikierros' } });
  on = await openRound(test);
});

describe('closing while answers come', () => {
  it.each([50, 200])('keeps each of %i answers in the snapshot or refuses it', { timeout: 60_000 }, async (count) => {
    const assignments = await test.db.assignment.findMany({
      where: { measure: { planId: on.planId } },
      select: { id: true },
      take: 60,
    });
    const versions = new Map<string, number>();
    const sends = Array.from({ length: count }, (_, index) => {
      const assignmentId = assignments[index % assignments.length]?.id ?? '';
      const version = versions.get(assignmentId) ?? 0;
      versions.set(assignmentId, version + 1);
      return { assignmentId, version, text: `Vastaus ${index}` };
    });
    const close = () =>
      ask(test, coordinator, roundManageApi.close, {
        params: { slug: 'kouvola', roundId: on.roundId },
        body: { version: 1 },
      });
    const answered: { text: string; assignmentId: string; answered: LightMyRequestResponse }[] = [];
    let closing: ReturnType<typeof close> | undefined;
    const sendOneByOne = async () => {
      for (let next = sends.shift(); next; next = sends.shift()) {
        const { assignmentId, version, text } = next;
        const body = answerOf(version, text, { onBehalfOf: 'Puhelu' });
        const to = reporting(test, coordinator, { roundId: on.roundId, assignmentId });
        answered.push({ text, assignmentId, answered: await to.submit(body) });
        if (answered.length > count / 4) closing ??= close();
      }
    };
    await Promise.all(Array.from({ length: writers }, sendOneByOne));
    const closed = await (closing ?? close());
    expect(answered).toHaveLength(count);
    expect(closed.statusCode).toBe(200);
    const codes = answered.map((one) => one.answered.statusCode);
    expect(codes.filter((code) => ![200, 409, 423].includes(code))).toEqual([]);
    expect(codes).toContain(200);
    expect(codes).toContain(423);
    const taken = new Map<string, ReportedRow>();
    for (const one of answered) {
      if (one.answered.statusCode !== 200) continue;
      const row = one.answered.json<ReportedRow>();
      const before = taken.get(one.assignmentId)?.report?.version ?? 0;
      if ((row.report?.version ?? 0) > before) taken.set(one.assignmentId, row);
    }
    const snapshot = await test.db.roundSnapshot.findFirstOrThrow({ where: { roundId: on.roundId } });
    const { measures, counts } = snapshot.rows as unknown as SnapshotRows;
    const notes = (slug: string) =>
      measures.flatMap(({ assignments }) =>
        assignments.flatMap(({ note, round }) => (round === slug && note?.fi) || []),
      );
    const { slug } = await test.db.round.findUniqueOrThrow({ where: { id: on.roundId } });
    expect(notes(slug).toSorted()).toEqual([...taken.values()].map(({ report }) => report?.note?.fi).toSorted());
    expect(counts.answered).toBe(taken.size);
    const stored = await test.db.report.findMany({ where: { roundId: on.roundId } });
    expect(stored.map(({ note }) => (note as { fi: string }).fi).toSorted()).toEqual(notes(slug).toSorted());
  });
});
