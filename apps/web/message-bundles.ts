import { join } from 'node:path';
import { languages } from '@vointi/shared/text/text.ts';
import type { Plugin } from 'vite';
import { bundles } from './src/locales/bundles.ts';

const locales = join(import.meta.dirname, 'src/locales');
const fileOf = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Resolves `messages:public/figures`, a part of a bundle, to a function for each language that loads the part as one file.
 * It takes the languages from `text.ts`, so that no other place names them.
 */
export const messageBundles = (): Plugin => ({
  name: 'vointi:messages',
  // A file name lets the manifest and the chunk groups place it.
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
