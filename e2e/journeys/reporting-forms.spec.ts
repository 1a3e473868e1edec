import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { dayFromToday } from '../support/days.ts';
import { openForm } from '../support/form.ts';
import { beSignedIn, sameOrigin } from '../support/people.ts';
import { reporterOf, reporting, reportingCoordinator } from '../support/reporting-plan.ts';
import { expect, test } from '../support/test.ts';

test('answers in a round that is open again, beside the open one, and mixes nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  const theirs = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const coordinator = await theirs.newPage();
  await beSignedIn(coordinator, reportingCoordinator);
  const path = `/api/v1/municipalities/${reporting.slug}/rounds`;
  const { rounds } = (await (await coordinator.request.get(path)).json()) as { rounds: ManagedRound[] };
  const former = rounds.find(({ slug }) => slug === 'edellinen');
  const reopened = await coordinator.request.post(`${path}/${former?.id}/reopenings`, {
    headers: sameOrigin,
    data: { department: 'tiimi-13', reason: 'Luku puuttui', untilOn: dayFromToday(3) },
  });
  expect(reopened.status()).toBe(200);
  await theirs.close();

  // The form with unanswered rows opens first; the other was answered before its round closed.
  const form = await openForm(page, reporterOf(13));
  const forms = form.main.getByRole('navigation', { name: 'Lomakkeet' });
  await expect(forms.getByRole('link')).toHaveText([/Edellinen · avattu uudelleen, auki /, /Syksyn kierros · auki /]);
  await expect(forms.getByRole('link', { name: /Syksyn kierros/ })).toHaveAttribute('aria-current', 'page');
  await form.light('Kyläkävelyt', 'Etenee').check();
  await form.note('Kyläkävelyt').fill('Syksyllä kävellään kahdesti.');
  await expect(form.saved('Kyläkävelyt')).toBeVisible();

  await forms.getByRole('link', { name: /Edellinen/ }).click();
  await expect(page).toHaveURL(new RegExp(`round=${former?.id}$`));
  await expect(form.main.getByText(/^Kierros on avattu teille uudelleen/)).toBeVisible();
  await expect(form.row('Kyläkävelyt').getByText('Kävelty kerran viikossa.')).toBeVisible();
  await form.light('Uimakoulu', 'Etenee').check();
  await form.note('Uimakoulu').fill('Remontti valmistui keväällä.');
  await form.send.click();
  await expect(form.thanks).toBeVisible();

  await forms.getByRole('link', { name: /Syksyn kierros/ }).click();
  await expect(form.note('Kyläkävelyt')).toHaveValue('Syksyllä kävellään kahdesti.');
  await expect(form.row('Uimakoulu').getByText('Ei vastattu')).toBeVisible();
  await form.row('Uimakoulu').getByRole('link', { name: 'Uimakoulu' }).click();
  await expect(page.getByText(/etenee, .*, annettu jälkikäteen/)).toBeVisible();
});
