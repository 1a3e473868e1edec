import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { newPerson } from '../../testing/person.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const ask = (path: string) => test.app.inject(`${kouvola}/indicators${path}`);
const list = async (query = '') => (await ask(query)).json<Catalogue>();
const slugs = ({ indicators }: Catalogue) => indicators.map(({ slug }) => slug);
it('x', async () => { const r = await ask(''); console.log(r.statusCode, r.body.slice(0, 1500)); const d = await ask('/vakiluku'); console.log(d.statusCode, d.body.slice(0,1500)); console.log((await ask('/vakiluku/csv')).body); console.log((await ask('/vakiluku/json-stat')).body.slice(0,1500)); });
