import { expect, test } from '../support/test.ts';

for (const address of ['/kouvola/2024/ei/ole', '/a/b/c/d']) {
  test(`an address that is nobody’s says so in words: ${address}`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Kaikki kunnat' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kuntien hyvinvointisuunnitelmat' })).toBeVisible();
    await expect(page).toHaveURL('/');
  });
}

test('a municipality that is not there', async ({ page }) => {
  const answer = await page.goto('/atlantis');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' })).toBeVisible();
});

test('an address of the API that is not there answers as the API does', async ({ request }) => {
  const answer = await request.get('/api/v1/ei-ole');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 });
});
