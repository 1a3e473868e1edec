import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());

const url = `${kouvola}/findings`;
const list = async (headers: Record<string, string> = {}) =>
  (await test.app.inject({ url, headers })).json<{ findings: Finding[]; can: { edit: boolean } }>();
const proposals = async () =>
  (await test.app.inject({ url: `${url}/proposals`, headers: coordinator.headers })).json<{
    proposals: FindingProposal[];
  }>().proposals;
const send = (method: 'POST' | 'PATCH', path: string, payload: object) =>
  test.app.inject({ method, url: `${url}${path}`, headers: coordinator.headers, payload });
const slugs = ({ findings }: { findings: Finding[] }) => findings.map(({ slug }) => slug);
const fields = {
  tone: 'positive',
  state: 'draft',
  text: { fi: 'Työttömyys laski' },
  period: '2021',
  ageGroups: ['working_age'],
  indicators: ['tyottomyysaste-vuosi', 'vakiluku'],
  measures: ['palkkatuki-ja-kesatyot'],
};

describe('a proposal', () => {
  it('comes from a rule, with its figures and a first text', async () => {
    const population = (await proposals()).find(({ indicator }) => indicator.slug === 'vaestonmuutos');
    expect(population).toMatchObject({ tone: 'negative', period: '2022', trend: { move: 'down', change: -292 } });
    const unemployment = (await proposals()).find(({ indicator }) => indicator.slug === 'tyottomyysaste-vuosi');
    expect(unemployment).toMatchObject({
      tone: 'positive',
      period: '2021',
      trend: { basis: 'series', tone: 'better', change: -2.3, count: 4 },
    });
    expect(unemployment?.text.fi).toBe('Työttömyysaste, vuosi: 11,7\u00a0% (2021), edellinen 14\u00a0% (2020).');
    expect(unemployment?.text.en).toContain('11.7% (2021)');
  });

  it('is absent for two values, a neutral indicator, and what a finding states already', async () => {
    const proposed = (await proposals()).map(({ indicator }) => indicator.slug);
    expect(proposed).not.toContain('kirjastokaynnit');
    expect(proposed).not.toContain('vakiluku');
    expect(proposed).not.toContain('huostaanotot-suunta');
    await test.db.findingIndicator.deleteMany({ where: { finding: { slug: 'huostaanotot' } } });
    const freed = (await proposals()).find(({ indicator }) => indicator.slug === 'huostaanotot-suunta');
    expect(freed).toMatchObject({ tone: 'negative', period: null, trend: { basis: 'stated', move: 'up' } });
  });

  it('is public only once somebody has written and published it', async () => {
    const before = slugs(await list());
    const [first] = await proposals();
    const draft = (
      await send('POST', '', {
        ...fields,
        tone: first?.tone,
        period: first?.period,
        indicators: [first?.indicator.slug],
      })
    ).json<Finding>();
    expect(slugs(await list())).toEqual(before);
    expect((await list()).can.edit).toBe(false);
    const leader = await signIn(test, { role: 'leader' });
    expect(slugs(await list(leader.headers))).toEqual(before);
    expect(slugs(await list(coordinator.headers))).toContain(draft.slug);
    const indicatorSlugs = (await proposals()).map(({ indicator }) => indicator.slug);
    expect(indicatorSlugs).not.toContain(first?.indicator.slug);

    const published = await send('PATCH', `/${draft.id}`, {
      version: 1,
      state: 'published',
      text: { fi: 'Näin kävi' },
    });
    expect(published.json()).toMatchObject({ state: 'published', version: 2, slug: draft.slug });
    const open = (await list()).findings.find(({ slug }) => slug === draft.slug);
    expect(open).toMatchObject({ text: { fi: 'Näin kävi' }, indicators: [{ slug: first?.indicator.slug }] });
    const page = (await test.app.inject(`${kouvola}/indicators/${first?.indicator.slug}`)).json();
    expect(page.findings).toMatchObject([{ slug: draft.slug }]);
  });
});

describe('a finding', () => {
  let own: Finding;
  beforeEach(async () => {
    own = (await send('POST', '', fields)).json<Finding>();
  });

  it('keeps indicators and measures in order, and changes the given fields only', async () => {
    expect(own).toMatchObject({
      version: 1,
      ageGroups: ['working_age'],
      indicators: [{ slug: 'tyottomyysaste-vuosi' }, { slug: 'vakiluku' }],
      measures: [{ code: 'palkkatuki-ja-kesatyot', status: 'in_progress' }],
    });
    const changed = await send('PATCH', `/${own.id}`, { version: 1, indicators: ['vakiluku'], period: null });
    expect(changed.json()).toMatchObject({
      version: 2,
      period: null,
      text: fields.text,
      indicators: [{ slug: 'vakiluku' }],
      measures: [{ code: 'palkkatuki-ja-kesatyot' }],
    });
  });

  it('answers a stale version with 409 and keeps the newer text', async () => {
    await send('PATCH', `/${own.id}`, { version: 1, text: { fi: 'Ensin' } });
    const { current } = expectProblem(
      await send('PATCH', `/${own.id}`, { version: 1, text: { fi: 'Toinen' } }),
      'conflict',
    );
    expect(current).toMatchObject({ version: 2, text: { fi: 'Ensin' } });
    expectProblem(await send('POST', `/${own.id}/delete`, { version: 1 }), 'conflict');
  });

  it('refuses unknown indicators and measures', async () => {
    const unknown = async (more: object) =>
      expectProblem(await send('POST', '', { ...fields, ...more }), 'invalid_request').details;
    expect(await unknown({ indicators: ['vakiluku', 'ei-ole'] })).toMatchObject([
      { path: 'body.indicators.1', reason: 'indicator_unknown' },
    ]);
    expect(await unknown({ measures: ['ei-ole'] })).toMatchObject([
      { path: 'body.measures.0', reason: 'measure_unknown' },
    ]);
    expect(await unknown({ measures: ['liikkuva-koulu', 'liikkuva-koulu'] })).toMatchObject([
      { path: 'body.measures.1', reason: 'twice' },
    ]);
  });

  it('moves among those of its tone', async () => {
    await send('PATCH', `/${own.id}`, { version: 1, position: 0, state: 'published' });
    const positive = (await list()).findings.filter(({ tone }) => tone === 'positive');
    expect(positive[0]?.id).toBe(own.id);
    await send('PATCH', `/${own.id}`, { version: 2, position: 1 });
    const after = (await list()).findings.filter(({ tone }) => tone === 'positive');
    expect(after[1]?.id).toBe(own.id);
    expect(after[0]?.id).toBe(positive[1]?.id);
  });

  it('is deleted without its indicators, and audited with ids and counts only', async () => {
    expect((await send('POST', `/${own.id}/delete`, { version: 1 })).json()).toEqual({ done: true });
    expect(slugs(await list(coordinator.headers))).not.toContain(own.slug);
    expect((await test.app.inject(`${kouvola}/indicators/vakiluku`)).statusCode).toBe(200);
    const entries = await test.db.auditEntry.findMany({ where: { subject: `finding:${own.id}` } });
    expect(entries.map(({ action }) => action)).toEqual(['finding.create', 'finding.delete']);
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toContain('laski"');
  });

  it('answers 404 for one of another municipality', async () => {
    const other = await test.db.finding.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
    expectProblem(await send('PATCH', `/${other.id}`, { version: 1, tone: 'negative' }), 'not_found');
    expectProblem(await send('POST', `/${other.id}/delete`, { version: 1 }), 'not_found');
  });
});
