import { agesOf } from '@vointi/shared/measure/ages.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../lib/language.ts';
import { renderAlone } from '../../testing/render.tsx';
import { AgesText, Answered, OriginText } from './ages.tsx';

const closesAt = '2027-06-18T21:00:00.000Z';
const round = (slug: string, name: Record<string, string>, period: string, state: 'open' | 'closed') => ({
  slug,
  name: { fi: '', ...name },
  periodAssessed: { fi: period },
  state,
  opensAt: null,
  closesAt,
  closedAt: null,
});
const spring = { fi: 'Kevät 2027', sv: 'Våren 2027', en: 'Spring 2027' };
const rounds = [round('kierros', spring, 'kevät 2027', 'open'), round('vanha', { fi: 'Vanha' }, '2023', 'closed')];
const many = (count: number, light: ReturnType<typeof makeLight>) => Array.from({ length: count }, () => light);
const given = makeLight('a', 'done');
const onBehalf = makeLight('b', 'done', { origin: 'on_behalf' });
const loaded = makeLight('c', 'done', { origin: 'document' });
const old = makeLight('d', 'in_progress', { isCarried: true, round: 'vanha', origin: 'document' });
const never = makeLight('e', null);

afterEach(() => vi.useRealTimers());

/** The text of a component, once the page around it is drawn. */
async function drawn(content: ReactNode, language = 'fi') {
  const { screen } = await renderAlone(<div data-drawn>{content}</div>, { language });
  const text = () => screen.container.querySelector('[data-drawn]')?.textContent?.trim();
  await expect.poll(text).toBeDefined();
  return text();
}

async function textOf(
  lights: ReturnType<typeof makeLight>[],
  {
    state = 'closed',
    at = '2027-06-01T09:00:00Z',
    language = 'fi',
  }: { state?: 'open' | 'closed'; at?: string; language?: Language } = {},
) {
  vi.setSystemTime(new Date(at));
  const facts = { round: round('kierros', spring, 'kevät 2027', state), rounds, ages: agesOf(lights), lights };
  return drawn(<AgesText {...facts} />, language);
}

const closed = [...many(13, given), ...many(2, onBehalf), ...many(71, old), ...many(3, never)];

describe('the age of lights in words', () => {
  it.each([
    [
      'fi',
      'Kevät 2027: 15/89 vastattu, 2 toisen puolesta. 71 valoa on aiemmalta kierrokselta, vanhin vuodelta 2023. Kolmesta vastuusta ei ole valoa.',
    ],
    [
      'sv',
      'Våren 2027: 15/89 besvarade, 2 för någon annans räkning. 71 ljus är från en tidigare omgång, det äldsta från år 2023. Tre ansvar saknar ljus.',
    ],
    [
      'en',
      'Spring 2027: 15/89 answered, 2 on behalf of others. 71 lights are from an earlier round, the oldest from 2023. Three assignments have no light.',
    ],
  ] as const)('of a closed round, in %s', async (language, text) => {
    expect(await textOf(closed, { language })).toBe(text);
  });

  it('of one of each', async () => {
    expect(await textOf([given, old, never])).toBe(
      'Kevät 2027: 1/3 vastattu. Yksi valo on aiemmalta kierrokselta, vuodelta 2023. Yhdestä vastuusta ei ole valoa.',
    );
  });

  it.each([
    [
      'fi',
      'Kierros Kevät 2027 on auki, viimeinen päivä 18.6.: 12/89 vastattu. Muut valot ovat aiemmilta kierroksilta.',
    ],
    [
      'sv',
      'Omgången Våren 2027 är öppen, sista dag 18.6: 12/89 besvarade. De övriga ljusen är från tidigare omgångar.',
    ],
    [
      'en',
      'The round Spring 2027 is open, last day 18 June: 12/89 answered. The other lights are from earlier rounds.',
    ],
  ] as const)('of an open round, in %s', async (language, text) => {
    const lights = [...many(12, given), ...many(77, old)];
    expect(await textOf(lights, { state: 'open', language })).toBe(text);
  });

  it('says after the last day in Finland that answers are still taken', async () => {
    const lights = [given, old];
    const before = await textOf(lights, { state: 'open', at: '2027-06-18T20:59:59Z' });
    expect(before).toContain('viimeinen päivä 18.6.:');
    const after = await textOf(lights, { state: 'open', at: '2027-06-18T21:00:00Z' });
    expect(after).toContain('viimeinen päivä oli 18.6., vastauksia otetaan vielä: 1/2 vastattu.');
  });

  it('of a loaded document, and of a plan without a round', async () => {
    expect(await textOf([...many(83, loaded), ...many(6, never)])).toBe('Asiakirjasta 83/89.');
    expect(await drawn(<AgesText round={null} rounds={[]} ages={null} lights={[]} />)).toBe('Ei vielä raportoitu');
  });

  it('tells apart what was added after the round', async () => {
    const added = makeLight('f', null, { isAsked: false });
    expect(await textOf([given, added])).toBe('Kevät 2027: 1/1 vastattu. Yksi vastuu on lisätty kierroksen jälkeen.');
  });

  it('is short within a goal', async () => {
    expect(await drawn(<Answered ages={agesOf(closed)} />)).toBe('15/89 vastattu');
  });
});

describe('who gave the lights', () => {
  it.each([
    [
      'the departments',
      [given, old && makeLight('d', 'done', { isCarried: true }), never],
      'Vastuutahot ovat arvioineet tilanteen itse.',
    ],
    ['a document', [loaded, old], 'Tilanteet ovat asiakirjasta.'],
    ['several', [given, old], 'Osa valoista on asiakirjasta tai annettu toisen puolesta.'],
    ['nobody', [never], ''],
  ])('%s', async (_who, lights, text) => {
    expect(await drawn(<OriginText lights={lights} />)).toBe(text);
  });
});
