import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes into each page a build id, made from its file names, which hash their content. A screen that was opened before
 * an update compares it with the id that the server sends.
 */
export const buildId = (): Plugin => ({
  name: 'vointi-build-id',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const files = Object.keys(bundle).filter((file) => !file.endsWith('.html'));
      const content = createHash('sha256').update(files.toSorted().join()).digest('hex').slice(0, 16);
      return [{ tag: 'meta', attrs: { name: 'vointi-build', content }, injectTo: 'head' }];
    },
  },
});
