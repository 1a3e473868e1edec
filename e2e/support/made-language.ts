import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const isLeftOut = /(^|\/)(\.git|\.data|dist|e2e|test-results)(\/|$)|^node_modules(\/|$)/;
const localeFolders = ['apps/web/src/locales', 'apps/api/src/locales'];
const list = 'packages/shared/src/text/text.ts';
const line =
  "  zz: { name: '⟦suomi⟧', locale: 'fi-FI', at: ' ⟦klo⟧ ', minutes: '.', yes: '⟦kyllä⟧', no: '⟦ei⟧', up: '⟦kasvaa⟧', flat: '⟦ennallaan⟧', down: '⟦laskee⟧' },\n";

const bracketed = (tree: unknown): unknown =>
  typeof tree === 'string'
    ? tree && `⟦${tree}⟧`
    : Object.fromEntries(Object.entries(tree as object).map(([key, value]) => [key, bracketed(value)]));

/**
 * A copy of the product with one more language, `zz`: Finnish with every message in brackets. It is added as anybody
 * would add one, by its locale files and one entry of the list.
 */
export function makeLanguage(folder: string) {
  cpSync(root, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !isLeftOut.test(relative(root, from)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const locales of localeFolders) {
    mkdirSync(join(folder, locales, 'zz'));
    for (const file of readdirSync(join(folder, locales, 'fi'))) {
      const messages: unknown = JSON.parse(readFileSync(join(folder, locales, 'fi', file), 'utf8'));
      writeFileSync(join(folder, locales, 'zz', file), JSON.stringify(bracketed(messages)));
    }
  }
  const text = readFileSync(join(folder, list), 'utf8');
  writeFileSync(
    join(folder, list),
    text.replace(/^\};\n/m, (end) => line + end),
  );
  const vite = join(folder, 'apps/web/node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build'], { cwd: join(folder, 'apps/web'), encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}

/** The words outside all brackets: words that no locale file has. */
export function outsideBrackets(text: string): string[] {
  let left = text;
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return left.match(/[\p{L}⟦⟧]{2,}/gu) ?? [];
}
