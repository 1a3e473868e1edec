import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Names the build in each page, by the names of its files, which are made of their content: a screen that was opened
 * before an update hears which build the server has, and knows that it is another.
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
