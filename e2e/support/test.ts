import { expect, test as base, type Page } from '@playwright/test';

type Given = {
  /** What the browser refused by the content security policy, and what scripts threw; empty at the end of every test. */
  complaints: string[];
};

/** Collects what a page should never say. */
async function listenTo(page: Page, complaints: string[]) {
  await page.exposeFunction('vointiComplain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    const { vointiComplain } = globalThis as unknown as { vointiComplain: (text: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      vointiComplain(`CSP ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('pageerror', (error) => complaints.push(`error ${error.message}`));
}

/** Every test runs against the started product and fails when the page broke a rule on the way. */
export const test = base.extend<Given>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
  baseURL: async ({}, use) => use(process.env['VOINTI_URL']),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      await listenTo(page, complaints);
      await use(complaints);
      // An answer that is still being changed on its way ends with the page, and is no fault.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(complaints, 'content security policy violations and script errors').toEqual([]);
    },
    { auto: true },
  ],
});

/** A page whose requests come to an end: it does without the stream of changes, which never does. */
export const withoutStream = (page: Page) => page.route('**/api/v1/municipalities/*/events', (route) => route.abort());

export { expect };
