import type { Page } from '@playwright/test';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { kouvola, large } from './support/plans.ts';
import { faultsOf, openScreen, screenOf, walkScenes } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
const maxRows = 12;
const most = 330;

/** Titles of the greatest length, with the longest words of Finnish. */
const longTitle = 'Liikenneturvallisuustyöryhmän varhaiskasvatussuunnitelman monialainen seuranta x';

/** A larger plan made from an existing one: more measures, some with the longest titles. */
async function enlarge(page: Page) {
  await page.route(`**/api/v1/municipalities/${large.slug}/plans/*/board`, async (route) => {
    const response = await route.fetch();
    const board = (await response.json()) as Board;
    const [first] = board.goals;
    const missing = most - board.counts.total;
    const more = (first?.measures ?? [])
      .slice(0, missing)
      .map((measure) => ({ ...measure, code: `${measure.code}-x`, title: { fi: longTitle } }));
    first?.measures.push(...more);
    await route.fulfill({ json: { ...board, counts: { ...board.counts, total: board.counts.total + more.length } } });
  });
}

const plans = [
  { name: '59 measures', path: `${kouvola}/display`, measures: 59, prepare: async () => {} },
  {
    name: `${most} measures`,
    path: `/${large.slug}/${large.year}/display?theme=light`,
    measures: most,
    prepare: enlarge,
  },
  { name: 'every kind of scene', path: '/esimerkkila/2026/display?lang=sv', measures: 36, prepare: async () => {} },
];

for (const size of sizes) {
  for (const { name, path, measures, prepare } of plans) {
    test(`every text is legible from the end of the table: ${name}, ${size.width} × ${size.height}`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await prepare(page);
      await openScreen(page, path);
      const { scene } = screenOf(page);
      const kinds = new Set<string>();
      let [inPlan, byName] = [0, 0];
      await walkScenes(page, async (key) => {
        const [kind = ''] = key.split('/');
        kinds.add(kind);
        if (kind === 'plan') inPlan += await scene.locator('[role=img] > span').count();
        const rows = await scene
          .getByRole('listitem')
          .filter({ has: page.getByRole('button') })
          .count();
        if (kind === 'goals') byName += rows;
        expect(rows, key).toBeLessThanOrEqual(maxRows);
        expect(await faultsOf(page), key).toEqual([]);
      });
      expect(inPlan, 'every measure is one light').toBe(measures);
      expect(byName, 'and is named once').toBe(measures);
      if (name === 'every kind of scene')
        expect([...kinds].toSorted()).toEqual(['changes', 'findings', 'goals', 'indicators', 'late', 'plan']);
    });
  }
}

test('finds a text that is too small, cut off or covered', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openScreen(page, `${kouvola}/display`);
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('h1').evaluate((heading) => {
    const small = document.createElement('p');
    small.textContent = 'pieni';
    small.style.fontSize = '3vh';
    const cut = document.createElement('p');
    cut.textContent = 'katkeaa kesken';
    Object.assign(cut.style, { width: '5vh', overflow: 'hidden', whiteSpace: 'nowrap', fontSize: '5vh' });
    const over = document.createElement('p');
    over.textContent = 'päällä';
    Object.assign(over.style, { position: 'absolute', left: '6vw', top: '5vh', fontSize: '9vh' });
    heading.after(small, cut, over);
  });
  const faults = (await faultsOf(page)).join('; ');
  expect(faults).toContain('pieni: 3.00 is smaller than 4.8');
  expect(faults).toContain('katkeaa kesken: cut off');
  expect(faults).toContain('päällä: over each other');
});
