import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEachLanguage, languages } from '@vointi/shared/text/text.ts';
import type { Plugin } from 'vite';

type Shell = Record<string, string>;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Writes into a page, in every language, the messages for when its scripts do not run: they would choose the language. */
export const shellMessages = (): Plugin => ({
  name: 'vointi:shell-messages',
  transformIndexHtml(html) {
    const messages = forEachLanguage(
      (language) =>
        JSON.parse(readFileSync(join(import.meta.dirname, 'src/locales', language, 'shell.json'), 'utf8')) as Shell,
    );
    const inEach = (key: string) => forEachLanguage((language) => messages[language][key] ?? '');
    return html
      .replaceAll(/<noscript data-message="(\w+)">/g, (_, key: string) => {
        const texts = inEach(key);
        return `<noscript>${languages.map((one) => `<p lang="${one}">${escape(texts[one])}</p>`).join('')}`;
      })
      .replaceAll(
        /data-messages="(\w+)"/g,
        (_, key: string) => `data-messages="${escape(JSON.stringify(inEach(key)))}"`,
      );
  },
});
