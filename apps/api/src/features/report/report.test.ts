import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Reporting, reportApi } from '@vointi/shared/report/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const reporting = async (who: SignedIn, query = {}) => {
  const answer = (await ask(test, who, reportApi.list, { query })).json<Reporting>();
  expect(reportApi.list.response.parse(answer)).toEqual(answer);
  return answer.desks;
};
const boardOf = async (address: string) => (await test.app.inject(`${address}/board`)).json<Board>();
const lightsOf = ({ goals }: Board, department?: string) =>
  goals.flatMap(({ measures }) =>
    measures.flatMap(({ code, assignments }) =>
      assignments
        .filter((one) => department === undefined || one.department === department)
        .map(({ progress, note, reportedAt }) => ({ code, progress, note, reportedAt })),
    ),
  );
const rowsOf = (desks: Reporting['desks']) =>
  desks.flatMap(({ rows }) =>
    rows.map(({ measure, report, previous }) => {
      const { progress, note, reportedAt } = report ?? previous ?? { progress: null, note: null, reportedAt: null };
      return { code: measure.code, progress, note, reportedAt };
    }),
  );
/** Comparable lines, sorted, whatever the order of the keys in a text. */
const linesOf = (rows: ReturnType<typeof rowsOf>) =>
  rows
    .map(({ code, progress, note, reportedAt }) => [code, progress, note?.fi, note?.en, reportedAt].join(' | '))
    .toSorted();

it('shows a reporter only their own departments, with the lights of the board', async () => {
  const who = await signIn(test, {
    role: 'reporter',
    department: 'nuorisopalvelut',
    also: [{ role: 'approver', department: 'perusopetus' }],
  });
  const desks = await reporting(who);
  expect(desks.map(({ department }) => department.slug)).toEqual(['nuorisopalvelut', 'perusopetus']);
  const board = await boardOf(kouvola);
  expect(linesOf(rowsOf(desks))).toEqual(
    linesOf([...lightsOf(board, 'nuorisopalvelut'), ...lightsOf(board, 'perusopetus')]),
  );
  expect(rowsOf(desks).length).toBeGreaterThan(5);
  expect(desks[0]).toMatchObject({ municipality: { slug: 'kouvola' }, year: 2024, round: { slug: board.round?.slug } });
  expect((await reporting(who, { department: 'perusopetus' })).map(({ department }) => department.slug)).toEqual([
    'perusopetus',
  ]);
  expect(await reporting(who, { department: 'liikuntapalvelut' })).toEqual([]);
});

it('shows a leader every department, and in each municipality what their role there allows', async () => {
  const leader = await signIn(test, {
    role: 'leader',
    also: [{ role: 'reporter', department: 'nuorisopalvelut', slug: 'esimerkkila' }],
  });
  const desks = await reporting(leader);
  const of = (slug: string) => desks.filter(({ municipality }) => municipality.slug === slug);
  expect(linesOf(rowsOf(of('kouvola')))).toEqual(linesOf(lightsOf(await boardOf(kouvola))));
  expect(of('esimerkkila').map(({ department }) => department.slug)).toEqual(['nuorisopalvelut']);
  expect(linesOf(rowsOf(of('esimerkkila')))).toEqual(linesOf(lightsOf(await boardOf(esimerkkila), 'nuorisopalvelut')));
});

it('shows the newest published plan', async () => {
  const who = await signIn(test, { role: 'coordinator' });
  const plan = await test.db.plan.findFirstOrThrow({ where: { year: 2024, municipality: { slug: 'kouvola' } } });
  const draft = { municipalityId: plan.municipalityId, councilTermId: plan.councilTermId, year: 2025 };
  const { id } = await test.db.plan.create({ data: draft });
  expect((await reporting(who)).every(({ year }) => year === 2024)).toBe(true);
  await test.db.plan.update({ where: { id }, data: { status: 'published' } });
  expect(await reporting(who)).toEqual([]);
  const department = await test.db.department.findFirstOrThrow({
    where: { slug: 'nuorisopalvelut', municipalityId: plan.municipalityId },
  });
  expect(await reporting(await signIn(test, { role: 'reporter', department: department.slug }))).toMatchObject([
    { year: 2025, rows: [], round: null },
  ]);
  await test.db.plan.delete({ where: { id } });
});

it('refuses visitors with 401 and people without a right to report with 403', async () => {
  expectProblem(await ask(test, null, reportApi.list, { query: {} }), 'unauthenticated');
  expectProblem(await ask(test, await signIn(test, { role: 'admin' }), reportApi.list, { query: {} }), 'forbidden');
});
