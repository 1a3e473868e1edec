import { expect, test } from '../support/test.ts';

for (const address of ['/kouvola/2024/ei/ole', '/a/b/c/d']) {
  test(`says that there is no such page: ${address}`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Kaikki kunnat' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kuntien hyvinvointisuunnitelmat' })).toBeVisible();
    await expect(page).toHaveURL('/');
  });
}

test('says that there is no such municipality', async ({ page }) => {
  const answer = await page.goto('/atlantis');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' })).toBeVisible();
});

test('answers 404 in words for a plan that does not exist', async ({ page }) => {
  const answer = await page.goto('/kouvola/2031');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Suunnitelmaa ei löydy' })).toBeVisible();
});

test('answers an unknown API path with problem JSON', async ({ request }) => {
  const answer = await request.get('/api/v1/ei-ole');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 });
});
