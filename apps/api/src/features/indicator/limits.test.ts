import { afterAll, beforeAll, expect, it } from 'vitest';
import { maxIndicators, maxSets, maxValues } from '@vointi/shared/indicator/limits.ts';
import { checked } from '../../testing/plan-contents.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { exportPlan, importPlan } from '../plan/public.ts';
import { cell, number, write } from './testing.ts';

let test: TestApp;
let coordinator: SignedIn;
const full = 'koululuokkien-kaynnit';
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
  // The maximum of everything.
  await test.db.$executeRaw`
    insert into "Indicator" (id, "municipalityId", "order", slug, name, kind)
    select gen_random_uuid(), m.id, 1000 + n, 'made-' || n, jsonb_build_object('fi', 'Tehty ' || n), 'number'
    from "Municipality" m, generate_series(1, ${maxIndicators}::int - (
      select count(*)::int from "Indicator" i join "Municipality" k on k.id = i."municipalityId" where k.slug = 'kouvola'
    )) n where m.slug = 'kouvola'`;
  await test.db.$executeRaw`
    insert into "IndicatorSet" (id, "municipalityId", "order", slug, name)
    select gen_random_uuid(), m.id, 1000 + n, 'made-' || n, jsonb_build_object('fi', 'Tehty ' || n)
    from "Municipality" m, generate_series(1, ${maxSets}::int - (
      select count(*)::int from "IndicatorSet" i join "Municipality" k on k.id = i."municipalityId" where k.slug = 'kouvola'
    )) n where m.slug = 'kouvola'`;
  await test.db.$executeRaw`
    insert into "IndicatorValue" (id, "municipalityId", "indicatorId", kind, "order", period, area, sex, "ageGroup", number)
    select gen_random_uuid(), i."municipalityId", i.id, i.kind, n, to_char(1900 + n / 120, 'FM0000') || '-' ||
        to_char(1 + n / 10 % 12, 'FM00'), 'municipality', (array['female', 'male'])[1 + n % 2]::"Sex",
      (array['children_youth', 'working_age', 'older_people', 'all_ages', null])[1 + n / 2 % 5]::"AgeGroup", n
    from "Indicator" i join "Municipality" m on m.id = i."municipalityId", generate_series(0, ${maxValues}::int - 1) n
    where i.slug = ${full} and m.slug = 'kouvola'`;
}, 60_000);
afterAll(() => test.close());

it('refuses more than the maximum with a reason, and still changes what is stored', async () => {
  const send = (method: 'POST' | 'PUT', path: string, body: object) =>
    write(test, coordinator.headers, method, path, body);
  const reasonOf = async (answer: ReturnType<typeof send>) => {
    const [detail] = expectProblem(await answer, 'invalid_request').details ?? [];
    return [detail?.path, detail?.reason];
  };
  const plain = { unit: null, decimals: 0, direction: 'neutral', set: null, definition: null, source: null };
  const rest = { sourceId: null, sourceUrl: null, licence: null, countsPeople: false, regionName: null };
  const more = { name: { fi: 'Vielä yksi' }, kind: 'number', ...plain, ...rest };
  expect(await reasonOf(send('POST', '/indicators', more))).toEqual(['body', 'too_many_indicators']);
  expect(await reasonOf(send('POST', '/indicator-sets', { name: { fi: 'Vielä yksi' } }))).toEqual([
    'body',
    'too_many_sets',
  ]);
  const old = { ageGroup: 'children_youth', sex: 'female', version: 1 } as const;
  const changed = cell(full, '1900-01', number(77), old);
  const added = cell(full, '2024', number(1));
  expect(await reasonOf(send('PUT', '/indicator-values', { cells: [changed, added] }))).toEqual([
    'body.cells.1.value',
    'too_many_values',
  ]);
  expect((await send('PUT', '/indicator-values', { cells: [changed] })).statusCode).toBe(200);
  // Removes one and adds one.
  const gone = cell(full, '1900-02', { kind: 'none' }, old);
  expect((await send('PUT', '/indicator-values', { cells: [gone, added] })).statusCode).toBe(200);
});

it('exports a plan of maximum size as a file that can be loaded', async () => {
  const file = checked(await exportPlan(test.db, 'kouvola', 2024));
  expect(file.indicators).toHaveLength(maxIndicators);
  expect(file.indicatorSets).toHaveLength(maxSets);
  expect(file.indicators.find(({ slug }) => slug === full)?.values).toHaveLength(maxValues);
  const { code: _, ...municipality } = file.municipality;
  const other = { ...file, municipality: { ...municipality, slug: 'toinen-kouvola' } };
  expect(await importPlan(test.db, other)).toMatchObject({ revision: 1 });
  expect(checked(await exportPlan(test.db, 'toinen-kouvola', 2024))).toEqual({
    ...file,
    municipality: other.municipality,
  });
}, 60_000);
