import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

type Tree = { [key: string]: string | Tree };
type Compile = (message: string) => unknown;

const compileTree = (tree: Tree, compile: Compile): object =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileTree(value, compile),
    ]),
  );

/** Parses ICU messages while building: the parser, some 9 kB, stays out of what the reader loads. */
export function icu(): Plugin {
  // A dependency of use-intl and not of ours, so that the two are always of one version.
  const beside = createRequire(fileURLToPath(import.meta.resolve('use-intl')));
  let compile: Compile;
  return {
    name: 'vointi:icu',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
    }),
    async buildStart() {
      const url = pathToFileURL(beside.resolve('icu-minify/compile')).href;
      compile = ((await import(url)) as { default: Compile }).default;
    },
    async load(id) {
      if (!/\/locales\/\w+\/[\w-]+\.json$/.test(id)) return null;
      return JSON.stringify(compileTree(JSON.parse(await readFile(id, 'utf8')) as Tree, compile));
    },
  };
}
