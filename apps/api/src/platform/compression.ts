import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_LGWIN, BROTLI_MODE_TEXT } = constants;

/** Compresses answers of a single request. Boards and the web app's files are compressed beforehand. */
export const compression: FastifyCompressOptions = {
  global: true,
  threshold: 1024,
  encodings: ['br', 'gzip'],
  // Each running answer holds a window. Brotli's default of 4 MB would take most of the memory under load.
  brotliOptions: {
    params: { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_LGWIN]: 18 },
  },
};
