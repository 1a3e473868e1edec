import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { end, launch, type Product } from './support/launch.ts';
import { makeLanguage, outsideBrackets } from './support/made-language.ts';
import { beSignedIn, resetLinkOf, sameOrigin } from './support/people.ts';
import { expect, test } from './support/test.ts';

// All tests share one copy of the product.
test.describe.configure({ mode: 'serial' });

let folder: string;
let product: Product;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vointi-language-'));
  makeLanguage(join(folder, 'product'));
  product = await launch(join(folder, 'data'), {}, join(folder, 'product'));
});
test.afterAll(async () => {
  if (product) await end(product.process);
  rmSync(folder, { recursive: true, force: true });
});

const inLanguage = test.extend<{ own: Page }>({
  own: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: product.url });
    await use(await context.newPage());
    await context.close();
  },
});

/** Names that are no words of the interface: the service, municipalities, Kouvola's round, codes of languages. */
const names = new Set([
  'Vointi',
  'Kouvola',
  'Esimerkkilä',
  'Tilannekatsaus',
  'fi',
  'sv',
  'en',
  'zz',
  'svenska',
  'English',
]);

/** Words that the API sent: a form repeats them in fields and sentences. */
function wordsTold(page: Page) {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/\/api\//.test(response.url())) bodies.push(response.text().catch(() => ''));
  });
  return async () => new Set((await Promise.all(bodies)).join('\n').match(/\p{L}{2,}/gu));
}

/** Words on the page that are neither bracketed nor in the plan, whose texts are marked as Finnish. */
async function looseWords(page: Page, told: ReadonlySet<string> = new Set()): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const isOfPlan = (element: Element | null) => element?.closest('[lang]')?.matches('html') !== true;
    const found: string[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { parentElement, textContent } = nodes.currentNode;
      if (parentElement?.closest('script, style, noscript, [data-plan]') || isOfPlan(parentElement)) continue;
      found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (isOfPlan(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
    }
    return [...found, document.title];
  });
  // Joined, because a message may contain several elements within its brackets.
  return [...new Set(outsideBrackets(texts.join('\n')))].filter((word) => !names.has(word) && !told.has(word));
}

inLanguage('the board of a further language has no word of another', async ({ own: page }) => {
  await page.goto('/kouvola/2024?lang=zz');
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zz');
  expect(await looseWords(page)).toEqual([]);
});

inLanguage('nor has the reporting page', async ({ own: page }) => {
  await page.goto('/kouvola/2024');
  await beSignedIn(page, 'nuorisopalvelut@esimerkkila.example');
  const told = wordsTold(page);
  await page.goto('/reporting?lang=zz');
  await expect(page.getByRole('button', { name: '⟦Ei muutosta⟧' }).first()).toBeVisible();
  expect(await looseWords(page, await told())).toEqual([]);
});

inLanguage('nor the screen', async ({ own: page }) => {
  await page.goto('/kouvola/2024/display?lang=zz');
  await expect(page.getByText(/⟦.*⟧/).first()).toBeVisible();
  expect(await looseWords(page)).toEqual([]);
});

inLanguage('nor a mail, a file of figures and the audit log', async ({ own: page }) => {
  await page.goto('/kouvola/2024');
  await beSignedIn(page, 'admin@kouvola.example');
  const changed = await page.request.patch('/api/v1/account', { data: { language: 'zz' }, headers: sameOrigin });
  expect(changed.status()).toBe(200);
  await resetLinkOf(page, 'admin@kouvola.example');
  const { mails } = (await (await page.request.get('/api/v1/mailbox')).json()) as {
    mails: { subject: string; text: string }[];
  };
  expect(mails[0] && outsideBrackets(`${mails[0].subject}\n${mails[0].text}`)).toEqual([]);
  const audit = await (
    await page.request.post('/api/v1/municipalities/kouvola/audit/export', { data: {}, headers: sameOrigin })
  ).text();
  expect(audit).toContain('⟦');
  expect(outsideBrackets(audit.split('\r\n')[0] ?? '')).toEqual([]);
  const { indicators } = (await (
    await page.request.get('/api/v1/municipalities/esimerkkila/plans/2026/indicators')
  ).json()) as { indicators: { slug: string }[] };
  const path = `/api/v1/municipalities/esimerkkila/plans/2026/indicators/${indicators[0]?.slug}/csv?lang=zz`;
  const csv = await (await page.request.get(path)).text();
  expect(csv).toContain('⟦mittari⟧;');
  expect(outsideBrackets(csv.split('\r\n')[0] ?? '')).toEqual([]);
});
