import { kouvola } from '../support/plans.ts';
import { boardOf } from '../support/board.ts';
import { expect, test } from '../support/test.ts';

const goals = {
  'Terveelliset elintavat ja kulttuurinen hyvinvointi': 32,
  Osallisuus: 13,
  Työllisyys: 4,
  'Arjen turvallisuus': 10,
};

test('59 measures in four goals, 14 done, 36 in progress, 2 mixed, 2 not started, 5 not reported', async ({ page }) => {
  const board = boardOf(page);
  await page.goto(kouvola);
  await expect(board.shown(59)).toBeVisible();
  await expect(board.measures).toHaveCount(59);
  for (const [name, count] of Object.entries(goals)) {
    await expect(board.goal(name).locator('a[href*="/measures/"]')).toHaveCount(count);
  }
  const words = ['14 valmis', '36 etenee', '2 eri tilassa', '2 aloittamatta', '5 ei raportoitu'];
  const summary = board.main.getByRole('region', { name: 'Toimenpiteet tilanteittain' });
  await expect(summary.getByRole('img', { name: words.join(', ') })).toBeVisible();
  for (const word of words) {
    const name = new RegExp(`^${word.replaceAll(' ', String.raw`\s+`)}\\s+näytä vain nämä$`, 'i');
    await expect(summary.getByRole('button', { name })).toBeVisible();
  }
  for (const [name, count] of [
    ['Lapset ja nuoret', 27],
    ['Kaikki ikäryhmät', 18],
    ['Ei määritelty', 14],
  ] as const) {
    await expect(board.ageGroup(name)).toContainText(String(count));
    await board.ageGroup(name).click();
    await expect(board.shown(count)).toBeVisible();
    await expect(board.measures).toHaveCount(count);
  }
});

test('finds a measure by age group and department; the address keeps the filters on reload, back and sharing', async ({
  page,
  context,
}) => {
  const board = boardOf(page);
  await page.goto(kouvola);
  await board.ageGroup('Lapset ja nuoret').click();
  await expect(board.shown(27)).toBeVisible();
  await expect(board.main.getByRole('button', { name: '+ kaikkia ikäryhmiä koskevat (18)' })).toBeVisible();
  await board.filters.getByRole('button', { name: /^Vastuutaho/ }).click();
  await page
    .getByRole('dialog', { name: 'Vastuutaho' })
    .getByRole('checkbox', { name: /^Perusopetus/ })
    .check();
  await page.keyboard.press('Escape');
  await expect(board.shown(5)).toBeVisible();
  await expect(board.measures).toHaveCount(5);
  await expect(page).toHaveURL(`${kouvola}?ageGroup=children_youth&department=perusopetus`);
  const titles = await board.measures.allTextContents();

  await page.reload();
  await expect(board.shown(5)).toBeVisible();
  await expect(board.measures).toHaveText(titles);
  await expect(board.active.getByRole('button')).toHaveText(['Lapset ja nuoret', 'Perusopetus']);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(boardOf(other).measures).toHaveText(titles);
  await other.close();

  await page.goBack();
  await expect(board.shown(27)).toBeVisible();
  await page.goBack();
  await expect(board.shown(59)).toBeVisible();
  await page.goForward();
  await expect(board.shown(27)).toBeVisible();
});

test('copies the address of a department’s unfinished measures for children in three presses', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const board = boardOf(page);
  await page.goto(kouvola);
  await board.ageGroup('Lapset ja nuoret').click();
  await board.filters.getByRole('button', { name: /^Vastuutaho/ }).click();
  await page.getByRole('checkbox', { name: /^Nuorisopalvelut/ }).check();
  await page.keyboard.press('Escape');
  await expect(board.shown(7)).toBeVisible();
  await board.filters.getByRole('button', { name: /^Tilanne/ }).click();
  await page.getByRole('dialog', { name: 'Tilanne' }).getByRole('button', { name: 'Muut kuin valmiit' }).click();
  await page.keyboard.press('Escape');
  await expect(board.shown(3)).toBeVisible();
  await board.main.getByRole('button', { name: 'Kopioi osoite' }).click();
  await expect(board.main.getByRole('button', { name: 'Osoite kopioitu' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await expect(page).toHaveURL(/status=in_progress&status=mixed&status=not_reported&status=not_started/);
});

test('filters, removes a filter, changes the view and opens a measure by keyboard alone', async ({ page }) => {
  const board = boardOf(page);
  await page.goto(kouvola);
  await expect(board.shown(59)).toBeVisible();
  const reach = async (what: ReturnType<typeof board.ageGroup>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Not reached by Tab.');
  };
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Siirry sisältöön' })).toBeFocused();
  await page.keyboard.press('Enter');
  await reach(board.ageGroup('Lapset ja nuoret'));
  await page.keyboard.press('Enter');
  await expect(board.shown(27)).toBeVisible();
  await page.keyboard.press('Tab');
  await reach(board.filters.getByRole('button', { name: /^Tilanne/ }));
  await page.keyboard.press('Enter');
  const done = page.getByRole('dialog', { name: 'Tilanne' }).getByRole('checkbox', { name: /^Valmis/ });
  await expect(done).toBeVisible();
  await reach(done);
  await page.keyboard.press('Space');
  await expect(board.shown(7)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board.filters.getByRole('button', { name: /^Tilanne/ })).toBeFocused();
  await reach(board.active.getByRole('button', { name: 'Poista rajaus Valmis' }));
  await page.keyboard.press('Enter');
  await expect(board.shown(27)).toBeFocused();
});

test('focuses the heading of a new page, and the followed link after going back', async ({ page }) => {
  const board = boardOf(page);
  const title = 'Osallistava budjetointi nuorten ja asukkaiden kanssa';
  await page.goto(kouvola);
  const link = board.main.getByRole('link', { name: title, exact: true });
  await link.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: title });
  await expect(heading).toBeFocused();
  await board.main.getByRole('link', { name: 'Nuorisopalvelut' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nuorisopalvelut' })).toBeFocused();
  await page.goBack();
  await expect(board.main.getByRole('link', { name: 'Nuorisopalvelut' })).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

for (const [plan, height] of [
  [kouvola, 700],
  ['/esimerkkila/2026', 800],
] as const) {
  test(`320 px: the first goal begins on the first screen, ${plan}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height });
    await page.goto(plan);
    const first = page.getByRole('main').getByRole('heading', { level: 2 }).first();
    await expect(first).toBeInViewport();
  });
}

for (const view of ['cards', 'lights', 'table', 'matrix']) {
  test(`320 px: no sideways scrolling of the page, ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${kouvola}?view=${view}`);
    await expect(boardOf(page).shown(59)).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });
}
