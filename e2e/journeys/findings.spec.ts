import { kouvola } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

test('says once that a finding’s period is not known', async ({ page }) => {
  await page.goto(`${kouvola}/findings`);
  const finding = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /käyttörikokset/ }) });
  await expect(finding.getByText('Kasvaa')).toHaveCount(3);
  await expect(finding.getByText('jaksoa ei ilmoitettu')).toHaveCount(1);
});
