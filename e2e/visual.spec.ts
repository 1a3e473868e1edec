import { kouvola } from './support/plans.ts';
import { openScreen, screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

/** Allows another browser version to draw edges of letters differently, but no line, light or position. */
const maxDiffPixelRatio = 0.01;

const pictures = [
  { name: 'whole plan, dark', query: 'scenes=plan&theme=dark' },
  { name: 'whole plan, light', query: 'scenes=plan&theme=light' },
  { name: 'a goal, dark', query: 'scenes=goals&theme=dark' },
  { name: 'findings, light', query: 'scenes=findings&theme=light' },
];

for (const { name, query } of pictures) {
  test(`matches the stored picture: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openScreen(page, `${kouvola}/display?${query}&lang=fi&seconds=120`);
    await page.keyboard.press('x');
    const { scene, footer } = screenOf(page);
    await expect(scene).toBeVisible();
    // The footer shows a time that differs in every run.
    await expect(page).toHaveScreenshot(`${name.replaceAll(/\W+/g, '-')}.png`, {
      maxDiffPixelRatio,
      mask: [footer],
      animations: 'disabled',
    });
  });
}
