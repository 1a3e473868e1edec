import { kouvola } from './support/plans.ts';
import { expect, test, withoutStream } from './support/test.ts';

const smallest = 200;

test('serves the API documentation within its content security policy', async ({ page }) => {
  await page.goto('/api/docs/');
  await page.getByText('/api/v1/municipalities', { exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Try it out' }).first()).toBeVisible();
});

test('sends scripts and styles as they were compressed by the build', async ({ page, request }) => {
  const files = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) files.add(pathname);
  });
  await withoutStream(page);
  await page.goto(kouvola, { waitUntil: 'networkidle' });
  // Theme, application, page and style; the other views load later.
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
      // An answer that is compressed on the fly has no length; a very small chunk does not shrink.
      const most = Math.max(Buffer.byteLength(plain.text) - 1, smallest);
      expect(Number(headers['content-length']), file).toBeLessThanOrEqual(most);
      expect(headers['etag'], file).not.toBe(plain.headers['etag']);
    }
  }
});
