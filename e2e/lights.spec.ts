import type { Locator, Page, Route } from '@playwright/test';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { contrastOf, differenceOf, labOf, type Rgb } from './support/colour.ts';
import { kouvola } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const lights = ['done', 'in_progress', 'not_started', 'not_reported'] as const;
const visions = ['none', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
/** Far above a just noticeable difference (about 1); popular palettes reach 6 to 11. */
const leastDifference = 10;

type Place = { name: string; path: (theme: string) => string; root: (page: Page) => Locator };
const board: Place = {
  name: 'board',
  path: () => kouvola,
  root: (page) => page.getByRole('region', { name: 'Toimenpiteet tilanteittain' }),
};
const screen: Place = {
  name: 'meeting-room screen',
  path: (theme) => `${kouvola}/display?theme=${theme}`,
  root: (page) => page.getByRole('main'),
};

const lightOf = (page: Page, light: string, { root } = board): Locator =>
  root(page).locator(`svg:has(use[href="#light-${light}"])`).first();

/** Colours of the picture: the most frequent one is the fill; one on the middle of an edge, and one in a corner. */
async function coloursOf(page: Page, light: Locator): Promise<{ fill: Rgb; edge: Rgb; corner: Rgb }> {
  const png = (await light.screenshot({ animations: 'disabled' })).toString('base64');
  const blank = await page.context().newPage();
  const colours = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext('2d');
    drawing?.drawImage(image, 0, 0);
    const data = drawing?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const seen = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = [data[at], data[at + 1], data[at + 2]].join();
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    const fill = [...seen]
      .toSorted(([, one], [, other]) => other - one)[0]?.[0]
      .split(',')
      .map(Number);
    const at = (x: number, y: number) => [...data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 3)];
    return { fill, edge: at(1, Math.floor(image.height / 2)), corner: at(0, 0) };
  }, png);
  await blank.close();
  return colours as unknown as { fill: Rgb; edge: Rgb; corner: Rgb };
}

const fillOf = async (page: Page, light: Locator): Promise<Rgb> => (await coloursOf(page, light)).fill;

test('computes colour differences by CIEDE2000', () => {
  // Pairs 1, 7 and 17 of the test data of Sharma, Wu and Dalal.
  expect(differenceOf([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 3);
  expect(differenceOf([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 3);
  expect(differenceOf([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 3);
});

const looks = [board, screen].flatMap((place) => (['light', 'dark'] as const).map((theme) => ({ place, theme })));

for (const { place, theme } of looks) {
  test(`keeps every two lights apart for every colour vision: ${place.name}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(place.path(theme));
    await expect(lightOf(page, 'done', place)).toBeVisible();
    const session = await page.context().newCDPSession(page);
    const seen = new Map<string, string>();
    for (const type of visions) {
      await session.send('Emulation.setEmulatedVisionDeficiency', { type });
      const fills = new Map<string, Rgb>();
      for (const light of lights) fills.set(light, await fillOf(page, lightOf(page, light, place)));
      seen.set(type, JSON.stringify([...fills]));
      for (const [index, one] of lights.entries()) {
        for (const other of lights.slice(index + 1)) {
          const [a, b] = [fills.get(one), fills.get(other)];
          if (!a || !b) throw new Error('A light was not drawn.');
          expect(differenceOf(labOf(a), labOf(b)), `${one} and ${other}, ${type}`).toBeGreaterThanOrEqual(
            leastDifference,
          );
        }
      }
    }
    expect(new Set(seen.values()).size, 'each kind of vision was really drawn').toBe(visions.length);
  });
}

test('tells the lights apart by their glyphs without colours', async ({ page }) => {
  await page.goto(kouvola);
  await expect(lightOf(page, 'done')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
  const [r, g, b] = await fillOf(page, lightOf(page, 'not_started'));
  expect(Math.max(r, g, b) - Math.min(r, g, b), 'grey').toBeLessThanOrEqual(2);
  const drawings = await Promise.all(
    lights.map((light) => page.locator(`symbol#light-${light}`).evaluate((symbol) => symbol.innerHTML)),
  );
  expect(new Set(drawings).size).toBe(lights.length);
  expect(drawings.every((drawing) => drawing.length > 0)).toBe(true);
});

/** The board with every second measure of each status from an earlier round. */
async function withCarriedLights(route: Route) {
  const response = await route.fetch();
  const board = (await response.json()) as Board;
  const seen = new Map<string, number>();
  for (const { status, assignments } of board.goals.flatMap(({ measures }) => measures)) {
    const count = (seen.get(status) ?? 0) + 1;
    seen.set(status, count);
    for (const light of assignments) light.isCarried = light.progress !== null && count % 2 === 0;
  }
  await route.fulfill({ response, json: board });
}

const shapes = ['done', 'in_progress', 'not_started'] as const;
/** Of shapes that carry meaning (WCAG 2.2, 1.4.11). */
const leastContrast = 3;

for (const theme of ['light', 'dark'] as const) {
  test(`keeps lights of earlier rounds as clear as those of this one for every colour vision: ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.route('**/plans/2024/board', withCarriedLights);
    await page.goto(`${kouvola}?view=lights`);
    const lightsOfAll = page.locator('main a > svg:has(use[href^="#light-"])');
    await expect(lightsOfAll.first()).toBeVisible();
    // A light of an earlier round is known by its form alone.
    await lightsOfAll.evaluateAll((all) => {
      for (const one of all) one.dataset['round'] = String(getComputedStyle(one).borderRadius === '50%');
    });
    const of = (light: string, isCarried: boolean) =>
      page.locator(`svg[data-round="${String(isCarried)}"]:has(use[href="#light-${light}"])`);
    await expect(of('done', true).first()).toBeVisible();
    const session = await page.context().newCDPSession(page);
    for (const type of visions) {
      await session.send('Emulation.setEmulatedVisionDeficiency', { type });
      for (const light of shapes) {
        const [carried, now] = [of(light, true).first(), of(light, false).first()];
        const { fill, edge, corner } = await coloursOf(page, carried);
        expect(fill, `${light}, ${type}: the colour of its status`).toEqual(await fillOf(page, now));
        // Its corner shows the page: it is round.
        expect(contrastOf(edge, corner), `${light}, ${type}: against the page`).toBeGreaterThanOrEqual(leastContrast);
      }
    }
    const [small, large] = [
      await of('done', true).first().boundingBox(),
      await of('done', false).first().boundingBox(),
    ];
    expect((small?.width ?? 0) / (large?.width ?? 1)).toBeCloseTo(0.78, 1);
  });
}
