import type { Locator, Page } from '@playwright/test';

const maxSteps = 80;

/** Presses Tab until the element has focus. */
export async function tabTo(page: Page, wanted: Locator) {
  for (let step = 0; step < maxSteps; step += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.count()) > 0 && (await wanted.evaluate((one) => one === document.activeElement))) return;
  }
  throw new Error(`${maxSteps} steps with Tab did not come to ${wanted.toString()}.`);
}
