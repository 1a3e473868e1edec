import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** The parts of a meeting-room screen. */
export const screenOf = (page: Page) => {
  const scene = page.locator('main[data-scene]');
  return {
    scene,
    footer: page.getByRole('contentinfo'),
    headline: page.getByRole('heading', { level: 1 }),
    /** The banner of old data. */
    banner: page.getByRole('status').filter({ hasText: /Ei yhteyttä/ }),
    code: page.getByRole('status').filter({ hasText: /^[2-9A-Z]{4} [2-9A-Z]{4}$/ }),
    key: () => scene.getAttribute('data-scene'),
  };
};

export async function openScreen(page: Page, path: string) {
  await page.goto(path);
  await expect(screenOf(page).scene).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Waits until the service worker has cached the page: otherwise a reload during an outage shows a browser error. */
export const untilKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        async () =>
          navigator.serviceWorker.controller !== null && (await caches.match(location.pathname)) !== undefined,
      ),
    )
    .toBe(true);

/** Walks every page of every scene, and calls `look` with its key. */
export async function walkScenes(page: Page, look: (key: string) => Promise<void>): Promise<string[]> {
  const { scene, key } = screenOf(page);
  const seen: string[] = [];
  for (;;) {
    const now = (await key()) ?? '';
    if (seen.includes(now)) return seen;
    seen.push(now);
    await look(now);
    await page.keyboard.press('ArrowRight');
    if (seen.length === 1 && (await key()) === now) return seen;
    await expect(scene).not.toHaveAttribute('data-scene', now);
  }
}

/** Texts that a room cannot read: too small, cut off, or covered. Sizes in hundredths of the screen's height. */
export const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const least = { data: 4.8, any: 4, headline: 9 };
    const hundredth = innerHeight / 100;
    const faults: string[] = [];
    const boxes: { left: number; right: number; top: number; bottom: number; text: string; of: Element }[] = [];
    const isForEars = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility } = getComputedStyle(at);
        if (clipPath !== 'none' || visibility === 'hidden') return true;
      }
      return false;
    };
    const sizeOf = (element: Element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const drawing = element.closest('svg');
      return drawing ? size * (drawing.getBoundingClientRect().height / drawing.viewBox.baseVal.height) : size;
    };
    const root = document.querySelector('#root') ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const { parentElement: element } = node;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || isForEars(element)) continue;
      const size = sizeOf(element) / hundredth;
      const wanted = element.closest('h1') ? least.headline : element.closest('footer') ? least.any : least.data;
      if (size < wanted - 0.01) faults.push(`${text}: ${size.toFixed(2)} is smaller than ${wanted}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
          faults.push(`${text}: beyond the edge`);
        boxes.push({ left, right, top, bottom, text, of: element });
      }
      for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
        const isClipping = getComputedStyle(at).overflow !== 'visible' && !at.closest('svg');
        if (isClipping && (at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1))
          faults.push(`${text}: cut off`);
      }
    }
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        // Line boxes are higher than their letters, so consecutive lines touch.
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const least = 0.35 * Math.min(one.bottom - one.top, other.bottom - other.top);
        if (one.of !== other.of && wide > 2 && high > least)
          faults.push(`${one.text} and ${other.text}: over each other`);
      }
    });
    return [...new Set(faults)];
  });
