import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import type { Ages } from '@vointi/shared/measure/ages.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { importPlan } from './features/plan/import.ts';
import { checked } from './testing/plan-contents.ts';
import { send } from './testing/person.ts';
import { signIn } from './testing/sign-in.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';

let test: TestApp;
let at = new Date('2026-03-02T08:00:00Z');
beforeAll(async () => {
  test = await startTestApp({ now: () => at });
});
afterAll(() => test.close());

type Answer = { nth: number; progress: 'not_started' | 'in_progress' | 'done'; isOnBehalf: boolean };
const anyAnswers = fc.array(
  fc.record({
    nth: fc.nat(200),
    progress: fc.constantFrom('not_started', 'in_progress', 'done'),
    isOnBehalf: fc.boolean(),
  }),
  { maxLength: 14 },
);

/** Ages counted by hand from lights: the board's, a snapshot's or a file's. */
type Light = { hasLight: boolean; isCarried: boolean };
const countByHand = (lights: readonly Light[]) => ({
  asked: lights.length,
  answered: lights.filter(({ hasLight, isCarried }) => hasLight && !isCarried).length,
  carried: lights.filter(({ hasLight, isCarried }) => hasLight && isCarried).length,
  never: lights.filter(({ hasLight }) => !hasLight).length,
});
const partOf = (ages: Ages | null) =>
  ages && { asked: ages.asked, answered: ages.answered, carried: ages.carried, never: ages.never };

async function everywhere(slug: string, query = '') {
  const plan = `/municipalities/${slug}/plans/2026`;
  const board = (await send(test, 'GET', `${plan}/board${query}`)).json<Board>();
  const { payload } = await send(test, 'GET', `${plan}/board/csv${query}`);
  const [, , ...rows] = payload.trimEnd().split('\r\n');
  const lights = board.goals.flatMap(({ measures }) => measures.flatMap(({ assignments }) => assignments));
  const ofMeasures = board.goals.flatMap(({ measures }) => measures.map(({ ages }) => ages));
  return {
    board: partOf(board.ages),
    lights: countByHand(lights.map(({ progress, isCarried }) => ({ hasLight: progress !== null, isCarried }))),
    file: countByHand(
      rows
        .map((row) => row.split(';').slice(-1))
        .map(([carried]) => ({ hasLight: carried !== '', isCarried: carried === 'kyllä' })),
    ),
    measures: {
      asked: ofMeasures.reduce((sum, ages) => sum + (ages?.asked ?? 0), 0),
      answered: ofMeasures.reduce((sum, ages) => sum + (ages?.answered ?? 0), 0),
      carried: ofMeasures.reduce((sum, ages) => sum + (ages?.carried ?? 0), 0),
      never: ofMeasures.reduce((sum, ages) => sum + (ages?.never ?? 0), 0),
    },
  };
}

async function agree(slug: string, query = ''): Promise<ReturnType<typeof countByHand>> {
  // The server hears of a change a moment after it.
  const { revision } = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug } } });
  const shown = async () =>
    (await send(test, 'GET', `/municipalities/${slug}/plans/2026/board`)).json<Board>().revision;
  await expect.poll(shown).toBe(revision);
  const { board, ...others } = await everywhere(slug, query);
  for (const [where, counts] of Object.entries(others)) expect(counts, where).toEqual(board);
  const { asked, answered, carried, never } = others.lights;
  expect(answered + carried + never).toBe(asked);
  return others.lights;
}

async function play(slug: string, seed: number, answers: readonly Answer[]) {
  at = new Date('2026-03-02T08:00:00Z');
  let who = await signIn(test, { role: 'coordinator', slug, at });
  const ask = async (method: 'POST' | 'PUT', url: string, body: object) => {
    const answer = await send(test, method, url, body, who.headers);
    expect(answer.statusCode, answer.payload).toBe(200);
    return answer;
  };
  const base = `/municipalities/${slug}`;
  const assignments = await test.db.assignment.findMany({
    where: { measure: { plan: { municipality: { slug } } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const fields = { name: { fi: `Kierros ${seed}` }, periodAssessed: { fi: 'vuosi 2026' } };
  const days = { opensOn: '2026-03-03', closesOn: '2026-03-31' };
  const made = (await ask('POST', `${base}/plans/2026/rounds`, { ...fields, ...days })).json<ManagedRound>();
  at = new Date('2026-03-03T08:00:00Z');
  who = await signIn(test, { role: 'coordinator', slug, at });
  await ask('POST', `${base}/rounds/${made.id}/open`, { version: made.version });
  expect(await agree(slug)).toMatchObject({ answered: 0 });

  const answered = new Map<string, number>();
  for (const { nth, progress, isOnBehalf } of answers) {
    const id = assignments[nth % assignments.length]?.id ?? '';
    const version = answered.get(id) ?? 0;
    const said = { progress, note: { fi: `Vastaus ${nth}` }, evidence: { fi: 'Muistio' }, figures: [] };
    const onBehalfOf = isOnBehalf ? 'Sihteeri' : 'Rehtori';
    await ask('PUT', `/rounds/${made.id}/assignments/${id}/report`, { kind: 'answer', version, ...said, onBehalfOf });
    answered.set(id, version + 1);
  }
  const open = await agree(slug);
  expect(open.answered).toBe(answered.size);

  const { version } = await test.db.round.findUniqueOrThrow({ where: { id: made.id } });
  await ask('POST', `${base}/rounds/${made.id}/close`, { version });
  expect(await agree(slug)).toEqual(open);
  expect(await agree(slug, `?round=${made.slug}`)).toEqual(open);
}

it('counts the same on the board, in its measures and lights, in its file and as of a closed round', async () => {
  let number = 0;
  const property = fc.asyncProperty(anyAnswers, anyAnswers, async (first, second) => {
    number += 1;
    const slug = `ikala-${number}`;
    const size = { slug, name: slug, year: 2026, goals: 2, measures: 8, departments: 4, rounds: 2, seed: number };
    expect(await importPlan(test.db, checked(makePlan(size)))).not.toHaveProperty('problems');
    await test.db.round.updateMany({
      where: { plan: { municipality: { slug } }, state: 'open' },
      data: { state: 'closed', closedAt: at },
    });
    await play(slug, 1, first);
    await play(slug, 2, second);
  });
  await fc.assert(property, { numRuns: 6, endOnFailure: true });
});
