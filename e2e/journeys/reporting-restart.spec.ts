import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { password } from '../support/accounts.ts';
import { formOf } from '../support/form.ts';
import { end, launch, type Product } from '../support/launch.ts';
import { openRound } from '../support/open-round.ts';
import { sameOrigin } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const text = 'Kirjoitettu, kun palvelu oli poissa.';

async function openRoundAsCoordinator(request: APIRequestContext, url: string) {
  const signedIn = await request.post(`${url}/api/v1/session`, {
    data: { email: 'coordinator@kouvola.example', password },
    headers: sameOrigin,
  });
  expect(signedIn.status()).toBe(200);
  await openRound(request, url);
}

test('loses no text and no answer when the server is killed and restarted', async ({ browser, playwright }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vointi-e2e-restart-'));
  let product: Product | undefined;
  try {
    product = await launch(dataDir);
    const { url } = product;
    const request = await playwright.request.newContext();
    await openRoundAsCoordinator(request, url);
    await request.dispose();
    const page = await browser.newPage({ baseURL: url, locale: 'fi-FI' });
    await page.goto('/sign-in?to=/reporting');
    await page.getByLabel('Sähköposti').fill('nuorisopalvelut@kouvola.example');
    await page.getByLabel('Salasana', { exact: true }).fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nuorisopalvelut' })).toBeVisible();
    const form = formOf(page);
    const titles = await form.main.getByRole('heading', { level: 2 }).getByRole('link').allInnerTexts();
    const [first, second] = [form.row(titles[0] ?? ''), form.row(titles[1] ?? '')];
    await first.getByRole('radio', { name: /^Etenee/ }).check();
    await expect(first.getByText(/^Tallennettu klo/)).toBeVisible();

    product.process.kill('SIGKILL');
    await first.getByLabel(/^(Mitä tehtiin|Miksi)\?/).fill(text);
    await expect(first.getByText(/^Ei tallennettu – palvelu ei vastaa/)).toBeVisible();
    await form.send.click();
    await expect(form.foot.getByText('Palvelu ei vastaa. Yksi vastaus lähtee, kun se vastaa taas.')).toBeVisible();
    await second.getByRole('radio', { name: /^Etenee/ }).check();
    await second.getByLabel(/^(Mitä tehtiin|Miksi)\?/).fill(text);
    product = await launch(dataDir, { PORT: new URL(url).port });

    await expect(first.getByText(/^Vastattu \d/)).toBeVisible();
    await expect(second.getByText(/^Tallennettu klo/)).toBeVisible();
    await page.reload();
    await expect(second.getByLabel(/^(Mitä tehtiin|Miksi)\?/)).toHaveValue(text);
    await expect(form.main.getByText(text, { exact: true }).first()).toBeVisible();
    await page.close();
  } finally {
    if (product) await end(product.process);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
