import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decisionApi, type MeasureDecision } from '@vointi/shared/decision/contract.ts';
import type { Call } from '@vointi/shared/http/route.ts';
import { ask } from '../../testing/ask.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let secretary: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  secretary = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());
beforeEach(() => test.db.measureDecision.deleteMany());

const plan = { slug: 'kouvola', year: '2024' };
const body = { text: 'Selvitetään rahoitus', decidedOn: '2026-11-24', meeting: 'Johtoryhmä' };
const note = (id: string, more: Partial<typeof body> = {}, who = secretary) =>
  ask(test, who, decisionApi.create, { params: { ...plan, id }, body: { ...body, ...more } });
const noted = async (id: string, more: Partial<typeof body> = {}) => (await note(id, more)).json<MeasureDecision>();
const list = async (query: Call<typeof decisionApi.list>['query'] = {}, who = secretary) =>
  (await ask(test, who, decisionApi.list, { params: plan, query })).json<{
    decisions: MeasureDecision[];
    meetings: string[];
    can: { create: boolean };
  }>();
const change = (id: string, body: Call<typeof decisionApi.update>['body'], who = secretary) =>
  ask(test, who, decisionApi.update, { params: { slug: 'kouvola', id }, body });

describe('a decision', () => {
  it('is stored for a measure by code or id, and read by the people of the municipality', async () => {
    const made = await noted('liikkuva-koulu', { text: '  Selvitetään rahoitus\nkevääksi ' });
    expect(made).toMatchObject({
      measure: { code: 'liikkuva-koulu', title: { fi: expect.any(String) } },
      text: 'Selvitetään rahoitus\nkevääksi',
      decidedOn: '2026-11-24',
      meeting: 'Johtoryhmä',
      author: secretary.displayName,
      version: 1,
      can: { edit: true },
    });
    const { id } = await test.db.measure.findFirstOrThrow({ where: { code: 'liikkuva-koulu' } });
    expect((await noted(id)).measure.code).toBe('liikkuva-koulu');
    const reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
    const read = await list({}, reporter);
    expect(read.decisions).toHaveLength(2);
    expect(read.decisions[0]).toMatchObject({ can: { edit: false } });
    expect(read.can).toEqual({ create: false });
  });

  it('accepts a change of the current version, and answers a stale one with 409', async () => {
    const { id } = await noted('liikkuva-koulu');
    const changed = (await change(id, { version: 1, text: 'Rahoitus on selvä' })).json<MeasureDecision>();
    expect(changed).toMatchObject({ version: 2, text: 'Rahoitus on selvä', meeting: 'Johtoryhmä' });
    const late = await change(id, { version: 1, text: 'Toinen' });
    expect(expectProblem(late, 'conflict').current).toMatchObject({ version: 2, text: 'Rahoitus on selvä' });
    const both = await Promise.all([change(id, { version: 2, text: 'A' }), change(id, { version: 2, text: 'B' })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('is deleted', async () => {
    const { id } = await noted('liikkuva-koulu');
    const remove = () => ask(test, secretary, decisionApi.delete, { params: { slug: 'kouvola', id } });
    expect((await remove()).json()).toEqual({ done: true });
    expectProblem(await remove(), 'not_found');
    expect((await list()).decisions).toEqual([]);
  });

  it.each([
    [{ text: ' ' }, 'body.text'],
    [{ text: 'x'.repeat(2001) }, 'body.text'],
    [{ decidedOn: '24.11.2026' }, 'body.decidedOn'],
    [{ decidedOn: '2026-02-30' }, 'body.decidedOn'],
    [{ meeting: 'a\nb' }, 'body.meeting'],
  ])('refuses %j, naming the field', async (more, path) => {
    const { details } = expectProblem(await note('liikkuva-koulu', more), 'invalid_request');
    expect([...new Set(details?.map((one) => one.path))]).toEqual([path]);
  });

  it('answers 404 for an unknown measure, plan or municipality', async () => {
    expectProblem(await note('not-there'), 'not_found');
    const { id: other } = await test.db.measure.findFirstOrThrow({
      where: { plan: { municipality: { slug: 'esimerkkila' } } },
    });
    expectProblem(await note(other), 'not_found');
    const missing = { params: { ...plan, year: '2019' } };
    expectProblem(await ask(test, secretary, decisionApi.list, missing), 'not_found');
    const { id } = await noted('liikkuva-koulu');
    const elsewhere = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
    const params = { slug: 'esimerkkila', id };
    expectProblem(await ask(test, elsewhere, decisionApi.update, { params, body: { version: 1 } }), 'not_found');
    expectProblem(await ask(test, elsewhere, decisionApi.delete, { params }), 'not_found');
    expect((await list()).decisions).toHaveLength(1);
  });

  it('survives a new import of the plan, and names no author who was removed', async () => {
    const gone = await signIn(test, { role: 'leader' });
    const { id } = (await note('liikkuva-koulu', {}, gone)).json<MeasureDecision>();
    await test.db.measure.updateMany({ where: { code: 'liikkuva-koulu' }, data: { code: 'toinen-koodi' } });
    await test.db.user.update({
      where: { id: gone.userId },
      data: { removedAt: new Date(), email: null, passwordHash: null, displayName: 'Poistettu' },
    });
    const [decision] = (await list()).decisions;
    expect(decision).toMatchObject({ id, measure: { code: 'liikkuva-koulu', title: null }, author: null });
    await test.db.measure.updateMany({ where: { code: 'toinen-koodi' }, data: { code: 'liikkuva-koulu' } });
  });

  it('is audited at creation, change and deletion, without its text', async () => {
    const { id } = await noted('liikkuva-koulu');
    await change(id, { version: 1, text: 'Toisin sanoin' });
    await ask(test, secretary, decisionApi.delete, { params: { slug: 'kouvola', id } });
    const entries = await test.db.auditEntry.findMany({
      where: { subject: `decision:${id}` },
      orderBy: { sequence: 'asc' },
    });
    expect(entries).toMatchObject([
      { action: 'decision.create', actorId: secretary.userId, after: { measure: 'liikkuva-koulu', year: 2024 } },
      { action: 'decision.update', before: { version: 1 }, after: { version: 2, fields: ['text'] } },
      { action: 'decision.delete', before: { measure: 'liikkuva-koulu', decidedOn: '2026-11-24' } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/rahoitus|sanoin|Johtoryhmä/);
  });
});

describe('the list', () => {
  it('has the newest day first, then the order of the plan', async () => {
    const measures = await test.db.measure.findMany({
      where: { plan: { municipality: { slug: 'kouvola' } } },
      orderBy: [{ goal: { order: 'asc' } }, { order: 'asc' }],
    });
    const [first = '', second = ''] = measures.map(({ code }) => code);
    await noted(second, { decidedOn: '2026-11-24' });
    await noted(first, { decidedOn: '2026-11-24' });
    await noted(first, { decidedOn: '2026-12-01', meeting: 'Hyvinvointityöryhmä' });
    await noted(second, { decidedOn: '2026-10-01' });
    const codes = async (query: Parameters<typeof list>[0]) =>
      (await list(query)).decisions.map(({ measure, decidedOn }) => [measure.code, decidedOn.slice(5)]);
    expect(await codes({})).toEqual([
      [first, '12-01'],
      [first, '11-24'],
      [second, '11-24'],
      [second, '10-01'],
    ]);
    expect(await codes({ from: '2026-11-24', to: '2026-11-24' })).toEqual([
      [first, '11-24'],
      [second, '11-24'],
    ]);
    expect(await codes({ meeting: 'Hyvinvointityöryhmä' })).toEqual([[first, '12-01']]);
    expect(await codes({ measure: second, from: '2026-11-01' })).toEqual([[second, '11-24']]);
    expect((await list()).meetings).toEqual(['Johtoryhmä', 'Hyvinvointityöryhmä']);
  });
});
