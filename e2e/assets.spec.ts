import { kouvola } from './support/plans.ts';
import { expect, test, withoutStream } from './support/test.ts';

const smallest = 200;

test('the documentation of the API breaks no rule of its own page', async ({ page }) => {
  await page.goto('/api/docs/');
  await page.getByText('/api/v1/municipalities', { exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Try it out' }).first()).toBeVisible();
});

test('scripts and styles are sent compressed as they were built, not anew for each reader', async ({
  page,
  request,
}) => {
  const files = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) files.add(pathname);
  });
  await withoutStream(page);
  await page.goto(kouvola, { waitUntil: 'networkidle' });
  // Theme, product, page and style. The other views come later, or not in time to be seen here.
  expect(files.size).toBeGreaterThanOrEqual(4);
  for (const file of files) {
    const get = async (encoding: string) => {
      const response = await request.get(file, { headers: { 'accept-encoding': encoding } });
      return { headers: response.headers(), text: await response.text() };
    };
    const plain = await get('identity');
    expect(plain.headers['content-encoding'], file).toBeUndefined();
    for (const encoding of ['br', 'gzip']) {
      const { headers, text } = await get(encoding);
      expect(text).toBe(plain.text);
      expect(headers, file).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
      // What is compressed on the way has no length before it is sent; a chunk of a line gets no shorter.
      const most = Math.max(Buffer.byteLength(plain.text) - 1, smallest);
      expect(Number(headers['content-length']), file).toBeLessThanOrEqual(most);
      expect(headers['etag'], file).not.toBe(plain.headers['etag']);
    }
  }
});
