import { expect, test as base, type Page } from '@playwright/test';

type Given = {
  /** Content security policy violations and script errors; must be empty at the end of every test. */
  complaints: string[];
};

/** Collects the violations and errors of a page. */
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

/** Runs against the started product, and fails when a page violated the policy or threw. */
export const test = base.extend<Given>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
  baseURL: async ({}, use) => use(process.env['VOINTI_URL']),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      await listenTo(page, complaints);
      await use(complaints);
      // A route handler that is still running when the page closes is no fault.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(complaints, 'content security policy violations and script errors').toEqual([]);
    },
    { auto: true },
  ],
});

/** Blocks the event stream, which never ends, so that the page's requests do. */
export const withoutStream = (page: Page) => page.route('**/api/v1/municipalities/*/events', (route) => route.abort());

export { expect };
