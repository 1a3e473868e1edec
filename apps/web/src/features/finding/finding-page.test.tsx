import type { Finding } from '@vointi/shared/finding/contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { renderPage } from '../../testing/render-page.tsx';

const rises: IndicatorValue = {
  kind: 'trend',
  value: 'up',
  period: null,
  ageGroup: null,
  sex: null,
  area: 'municipality',
  note: null,
  source: null,
  sourceId: null,
  licence: null,
  isUncertain: false,
  version: 1,
};

const indicatorOf = (slug: string): Finding['indicators'][number] => ({
  id: slug,
  slug,
  name: { fi: slug },
  kind: 'trend',
  unit: null,
  decimals: 0,
  direction: 'neutral',
  set: null,
  definition: null,
  source: null,
  sourceId: null,
  sourceUrl: null,
  licence: null,
  countsPeople: false,
  regionName: null,
  version: 1,
  values: [rises],
  targets: [],
  breaks: [],
  trend: {
    basis: 'stated',
    series: { area: 'municipality', ageGroup: null, sex: null },
    move: 'up',
    tone: 'neutral',
    period: null,
  },
});

const finding: Finding = {
  id: 'rikokset',
  slug: 'rikokset',
  tone: 'negative',
  state: 'published',
  text: { fi: 'Rikokset lisääntyvät.' },
  period: null,
  ageGroups: [],
  indicators: ['omaisuus', 'liikenne', 'huume'].map(indicatorOf),
  measures: [],
  version: 1,
};

it('says once that a finding’s period is not known', async () => {
  const { screen } = await renderPage('/hallila/2024/findings', {
    respond: ({ path }) =>
      path.endsWith('/findings')
        ? Response.json({
            plan: { municipality: { slug: 'hallila', name: { fi: 'Hallila' } }, year: 2024 },
            findings: [finding],
            can: { edit: false },
          })
        : undefined,
  });
  const item = screen
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Rikokset lisääntyvät.' }) });
  await expect.element(item).toBeVisible();
  expect(item.getByText(/Kasvaa/i).elements()).toHaveLength(3);
  expect(item.getByText(/jaksoa ei ilmoitettu/).elements()).toHaveLength(1);
});
