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

/** Parses ICU messages during the build, so that pages do not load the parser (9 kB). */
export function icu(): Plugin {
  // Taken from use-intl's dependencies, so that the two versions always match.
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
