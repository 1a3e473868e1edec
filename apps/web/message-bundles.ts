import { join } from 'node:path';
import { languages } from '@vointi/shared/text/text.ts';
import type { Plugin } from 'vite';
import { bundles } from './src/locales/bundles.ts';

const locales = join(import.meta.dirname, 'src/locales');
const fileOf = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * `messages:public/figures` is a part of a bundle: a function for each language, which fetches the part as one file.
 * The languages are those of the list in `text.ts`, so that none of them is named anywhere else.
 */
export const messageBundles = (): Plugin => ({
  name: 'vointi:messages',
  // Named as if it were a file, which tells the build's manifest and its chunk groups where it belongs.
  resolveId: (id) => (id.startsWith('messages:') ? join(locales, `${id.slice('messages:'.length)}.messages`) : null),
  load(id) {
    const [, path = ''] = /\/src\/locales\/(.+)\.messages$/.exec(id) ?? [];
    if (!path) return null;
    const [part = '', bundle = '', language] = path.split('/').toReversed();
    const parts: Record<string, readonly string[]> | undefined = bundles[bundle as keyof typeof bundles];
    const keys = parts?.[part];
    if (!keys) throw new Error(`There is no bundle ${path} among those of src/locales/bundles.ts.`);
    if (language === undefined) {
      const loaders = languages.map((one) => `${one}: () => import('messages:${one}/${path}')`);
      return `export default { ${loaders.join(', ')} };`;
    }
    const imports = keys.map((key) => `import ${key} from '/src/locales/${language}/${fileOf(key)}.json';`);
    return [...imports, `export default { ${keys.join(', ')} };`].join('\n');
  },
});
