import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { ask } from '../../testing/ask.ts';
import { whileLocked } from '../../testing/while-locked.ts';
import { assignmentsOf, openRound } from '../../testing/open-round.ts';
import { signIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { cell, detailOf, number, write } from './testing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('shows a reported figure in the catalogue, on the page and in both files, and detects conflicts between both ways of writing', async () => {
  const round = await openRound(test);
  const reporter = await signIn(test, { role: 'reporter', department: 'kulttuuripalvelut' });
  const coordinator = await signIn(test, { role: 'coordinator' });
  const own = await assignmentsOf(test, round, 'kulttuuripalvelut');
  const assignment = own.find(({ code }) => code === 'koululuokat-museoon-ja-kirjastoon');
  const slug = 'koululuokkien-kaynnit';
  const submit = (version: number, value: number, seen: number) =>
    ask(test, reporter, reportWriteApi.submit, {
      params: { roundId: round.roundId, assignmentId: assignment?.id ?? '' },
      body: {
        kind: 'answer',
        version,
        progress: 'in_progress',
        note: null,
        evidence: null,
        figures: [{ indicator: slug, kind: 'number', value, version: seen }],
        onBehalfOf: null,
      },
    });
  // The coordinator writes an uncertain value with a source of its own first.
  const first = await write(test, coordinator.headers, 'PUT', '/indicator-values', {
    cells: [
      cell(slug, '2024', number(100), {
        source: { fi: 'Tilastokeskus' },
        sourceId: 'tk:1',
        licence: 'CC BY 4.0',
        isUncertain: true,
        note: { fi: 'noin' },
      }),
    ],
  });
  expect(first.statusCode).toBe(200);
  expectProblem(await submit(0, 118, 0), 'conflict');
  expect((await submit(0, 118, 1)).statusCode).toBe(200);

  const detail = await detailOf(test, slug);
  expect(detail.values).toMatchObject([
    {
      kind: 'number',
      value: 118,
      period: '2024',
      version: 2,
      source: { fi: 'Kulttuuripalvelut' },
      sourceId: null,
      licence: null,
      note: null,
      isUncertain: false,
    },
  ]);
  const { indicators, measures } = (
    await test.app.inject(`${kouvola}/indicators?measure=koululuokat-museoon-ja-kirjastoon`)
  ).json<Catalogue>();
  expect(indicators[0]).toMatchObject({
    slug,
    hasData: true,
    latest: { value: 118 },
    ofYears: [{ value: 118, version: 2 }],
  });
  expect(measures.withoutFigure).toBe(54);
  const csv = (await test.app.inject(`${kouvola}/indicators/${slug}/csv`)).body;
  expect(csv).toMatch(/;2024;kaikki;kaikki;kunta;Kouvola;118;käyntiä;.*Kulttuuripalvelut/);
  const json = (await test.app.inject(`${kouvola}/indicators/${slug}/json-stat`)).json();
  expect(json.value).toEqual([118]);

  const late = await write(test, coordinator.headers, 'PUT', '/indicator-values', {
    cells: [cell(slug, '2024', number(120), { version: 1 })],
  });
  expect(expectProblem(late, 'conflict').current).toMatchObject({ cells: [{ value: { value: 118, version: 2 } }] });

  // A value that is deleted and reported again has a new version.
  const gone = await write(test, coordinator.headers, 'PUT', '/indicator-values', {
    cells: [cell(slug, '2024', { kind: 'none' }, { version: 2 })],
  });
  expect(gone.statusCode).toBe(200);
  const answer = await submit(1, 119, 0);
  expect(answer.json()).toMatchObject({ figures: [{ indicator: slug, version: 3 }] });
  expect((await detailOf(test, slug)).values).toMatchObject([{ value: 119, version: 3 }]);
});

it('refuses a report of a figure that is deleted meanwhile, with a conflict', async () => {
  const round = await openRound(test);
  const reporter = await signIn(test, { role: 'reporter', department: 'kulttuuripalvelut' });
  const coordinator = await signIn(test, { role: 'coordinator' });
  const own = await assignmentsOf(test, round, 'kulttuuripalvelut');
  const assignment = own.find(({ code }) => code === 'koululuokat-museoon-ja-kirjastoon');
  const slug = 'koululuokkien-kaynnit';
  await test.db.indicatorValue.deleteMany({ where: { indicator: { slug } } });
  const cells = [cell(slug, '2024', number(100))];
  expect((await write(test, coordinator.headers, 'PUT', '/indicator-values', { cells })).statusCode).toBe(200);
  const [value] = (await detailOf(test, slug)).values;
  const figures = [{ indicator: slug, kind: 'number' as const, value: 118, version: value?.version ?? 0 }];
  const answer = { kind: 'answer', version: 0, progress: 'in_progress', note: null, evidence: null } as const;
  const [met] = await whileLocked(
    test,
    (tx) => tx.$executeRaw`
      delete from "IndicatorValue" v using "Indicator" i where i.id = v."indicatorId" and i.slug = ${slug}`,
    () =>
      ask(test, reporter, reportWriteApi.submit, {
        params: { roundId: round.roundId, assignmentId: assignment?.id ?? '' },
        body: { ...answer, figures, onBehalfOf: null },
      }),
  );
  expect(expectProblem(met, 'conflict').current).toMatchObject({ figures: [{ indicator: slug, value: null }] });
  expect((await detailOf(test, slug)).values).toEqual([]);
});
