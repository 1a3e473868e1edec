import type { Catalogue, IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// Loads before the first test, whose time it would take.
import '../../domain/indicator/chart/chart.tsx';
import { renderPage } from '../../testing/render-page.tsx';

const path = '/hallila/2024/indicators';
type Place = Partial<Pick<IndicatorValue, 'ageGroup' | 'area'>>;

const valueOf = (period: string, value: number, place: Place = {}): IndicatorValue => ({
  kind: 'number',
  value,
  period,
  ageGroup: null,
  sex: null,
  area: 'municipality',
  note: null,
  source: null,
  sourceId: null,
  licence: null,
  isUncertain: false,
  version: 1,
  ...place,
});

const indicatorOf = (slug: string, name: string, unit: string, values: IndicatorValue[]): IndicatorDetail => ({
  id: slug,
  slug,
  name: { fi: name },
  kind: 'number',
  unit: { fi: unit },
  decimals: 0,
  direction: 'neutral',
  set: null,
  definition: null,
  source: { fi: 'Hallilan laskenta' },
  sourceId: null,
  sourceUrl: null,
  licence: null,
  countsPeople: unit === 'hlö',
  regionName: null,
  version: 1,
  values,
  targets: [],
  breaks: [],
  trend: { basis: 'none', why: 'too_few', count: 2, needed: 3, since: '2019' },
  plan: {
    municipality: { slug: 'hallila', code: null, name: { fi: 'Hallila' }, isFictional: false },
    councilTerm: { startYear: 2021, endYear: 2025 },
    year: 2024,
    focus: [],
    source: null,
    revision: 1,
    updatedAt: '2024-04-12T12:04:00.000Z',
    round: null,
    rounds: [],
  },
  series: [],
  goals: [],
  measures: [],
  termMeasures: [],
  findings: [],
  rounds: [],
  hidden: { suppressed: 0, smallestShown: 5, seesAll: false },
  can: { edit: false },
});

const walkers = indicatorOf('kavijat', 'Kävelijät', 'hlö', [
  valueOf('2019', 2050),
  valueOf('2019', 900, { ageGroup: 'children_youth' }),
  valueOf('2019', 1150, { ageGroup: 'older_people' }),
  valueOf('2020', 2150),
  valueOf('2020', 950, { ageGroup: 'children_youth' }),
  valueOf('2020', 1200, { ageGroup: 'older_people' }),
]);
const share = indicatorOf('osuus', 'Liikkuvien osuus', '%', [
  valueOf('2019', 40),
  valueOf('2019', 42, { area: 'country' }),
  valueOf('2020', 47),
  valueOf('2020', 43, { area: 'country' }),
]);

const noIndicators: Catalogue = {
  plan: walkers.plan,
  total: 0,
  matching: 0,
  page: 1,
  pages: 1,
  indicators: [],
  facets: { goal: [], ageGroup: [], source: [], set: [], kind: [], hasData: { true: 0, false: 0 } },
  measures: { total: 0, withoutFigure: 0, without: [] },
  can: { edit: false },
};

const openPage = async (address: string) => {
  const { screen, address: now } = await renderPage(`${path}/${address}`, {
    respond: ({ path: asked }) => {
      if (asked.endsWith('/indicators')) return Response.json(noIndicators);
      const found = [walkers, share].find(({ slug }) => asked.endsWith(`/indicators/${slug}`));
      return found && Response.json(found);
    },
  });
  const chart = screen.getByRole('figure');
  return {
    screen,
    address: now,
    chart,
    drawing: chart.getByRole('application'),
    tip: (period: string) => chart.getByRole('status').filter({ hasText: period }),
    button: (name: string) => chart.getByRole('button', { name }),
  };
};

it('reaches the figures of a chart by arrow keys', async () => {
  const { drawing, tip } = await openPage('kavijat');
  await expect.element(drawing).toBeVisible();
  drawing.element().focus();
  await expect.element(tip('2019')).toMatchTextContent(/2\s050\shlö/);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tip('2020')).toMatchTextContent(/2\s150\shlö/);
});

it('keeps breakdown and chart type in the address; stacks counts only', async () => {
  const { drawing, button, address } = await openPage('kavijat');
  await expect.element(drawing).toBeVisible();
  expect(button('Pinottu').query()).toBeNull();
  await button('Ikäryhmittäin').click();
  await button('Pinottu').click();
  await expect.poll(address).toBe(`${path}/kavijat?by=ageGroup&view=stacked`);
});

it('draws the breakdown and chart type of the address', async () => {
  const { chart, button } = await openPage('kavijat?by=ageGroup&view=stacked');
  await expect.element(button('Pinottu')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(chart.getByRole('listitem').filter({ hasText: 'Lapset ja nuoret' })).toBeVisible();
});

it('draws bars where the address wants to stack shares', async () => {
  const { chart, button } = await openPage('osuus?by=area&view=stacked');
  await expect.element(button('Pylväät')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(chart.getByRole('listitem').filter({ hasText: 'Koko maa' })).toBeVisible();
});

it('says that there is no such indicator, and leads to the catalogue, which says that it is empty', async () => {
  const { screen, address } = await openPage('olematon');
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Mittaria ei löydy' })).toBeVisible();
  await screen.getByRole('link', { name: 'Mittareihin' }).click();
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Mittarit' })).toBeVisible();
  expect(address()).toBe(path);
  await expect.element(screen.getByRole('heading', { name: 'Mittareita ei ole' })).toBeVisible();
});
