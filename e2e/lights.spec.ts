import type { Locator, Page } from '@playwright/test';
import { differenceOf, labOf, type Rgb } from './support/colour.ts';
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

/** The most frequent colour of the picture: the fill, without glyph and border. */
async function fillOf(page: Page, light: Locator): Promise<Rgb> {
  const png = (await light.screenshot({ animations: 'disabled' })).toString('base64');
  const blank = await page.context().newPage();
  const fill = await blank.evaluate(async (base64) => {
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
    return [...seen]
      .toSorted(([, one], [, other]) => other - one)[0]?.[0]
      .split(',')
      .map(Number);
  }, png);
  await blank.close();
  return fill as unknown as Rgb;
}

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
