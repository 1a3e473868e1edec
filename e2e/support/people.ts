import type { Page } from '@playwright/test';
import { password } from './accounts.ts';
import { expect } from './test.ts';

/** The header that our pages send; a request without a page must add it. */
export const sameOrigin = { 'sec-fetch-site': 'same-origin' };

export async function signIn(page: Page, email: string) {
  await page.getByLabel('Sähköposti').fill(email);
  await page.getByLabel('Salasana', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

/** Signs in by the API, for tests of what comes afterwards. */
export async function beSignedIn(page: Page, email: string) {
  const data = { email, password };
  const answer = await page.request.post('/api/v1/session', { data, headers: sameOrigin });
  expect(answer.status()).toBe(200);
  await page.addInitScript(() => localStorage.setItem('vointi.signedIn', '1'));
}

export const ownMenu = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: /, (oma valikko|din meny|own menu)$/ });

/** Ends the session without the page's knowledge. */
export async function endSession(page: Page) {
  const answer = await page.request.delete('/api/v1/session', { data: {}, headers: sameOrigin });
  expect(answer.status()).toBe(200);
}

/** Asks for a password reset, and returns the link of its mail. */
export async function resetLinkOf(page: Page, email: string): Promise<URL> {
  const mailsTo = async () => {
    const { mails } = (await (await page.request.get('/api/v1/mailbox')).json()) as {
      mails: { id: string; to: string; text: string }[];
    };
    return mails.filter(({ to }) => to.includes(email));
  };
  const before = new Set((await mailsTo()).map(({ id }) => id));
  await page.request.post('/api/v1/password-resets', { data: { email }, headers: sameOrigin });
  let text = '';
  await expect
    .poll(async () => (text = (await mailsTo()).find(({ id }) => !before.has(id))?.text ?? ''))
    .toContain('/link#');
  return new URL(/https?:\S+#[\w.-]+/.exec(text)?.[0] ?? '');
}
