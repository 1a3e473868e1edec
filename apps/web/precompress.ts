import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(js|css|svg|json)$/;

/**
 * Writes `.br` and `.gz` beside each text file of the build: the server does not compress, so the level can be higher.
 * Skips the pages, to which the server adds parts for each address.
 */
export const precompress = (): Plugin => ({
  name: 'vointi-precompress',
  apply: 'build',
  // Runs after all files are written, also those of `public`.
  closeBundle: {
    order: 'post',
    handler() {
      const { outDir } = this.environment.config.build;
      const folder = join(this.environment.config.root, outDir);
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!texts.test(file) || file.startsWith('.vite')) continue;
        const bytes = readFileSync(join(folder, file));
        const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: size }));
        writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  },
});
