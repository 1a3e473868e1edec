import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Encoding = 'identity' | 'gzip' | 'br';

const compress = { gzip: promisify(gzip), br: promisify(brotliCompress) };
// Quality 5 gives most of the gain: bytes are compressed once a change, but the first reader waits for it.
const options = {
  gzip: { level: 6 },
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } },
};

/** One answer, serialised once. Each encoding is made at its first request and cached. */
export class AnswerBytes {
  readonly etag: string;
  readonly identity: Buffer;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(json: string) {
    this.identity = Buffer.from(json);
    // The tag is weak because all encodings share it.
    this.etag = `W/"${createHash('sha256').update(this.identity).digest('base64url').slice(0, 27)}"`;
  }

  in(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === 'identity') return this.identity;
    let bytes = this.encoded.get(encoding);
    if (!bytes) {
      bytes = encoding === 'br' ? compress.br(this.identity, options.br) : compress.gzip(this.identity, options.gzip);
      this.encoded.set(encoding, bytes);
    }
    return bytes;
  }
}

const refuses = (header: string, encoding: string) =>
  new RegExp(`\\b${encoding}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(header);

/** The best encoding the request accepts (RFC 9110, 12.5.3): br, then gzip, then none. */
export function encodingOf(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  for (const encoding of ['br', 'gzip'] as const) {
    if (accepted.includes(encoding) && !refuses(accepted, encoding)) return encoding;
  }
  return 'identity';
}

/** Whether the request already has this answer (If-None-Match: a list of tags, or *). */
export function isCurrent(header: string | undefined, etag: string): boolean {
  return header !== undefined && (header === etag || header === '*' || header.split(/\s*,\s*/).includes(etag));
}

/**
 * Sends cached bytes, or 304 when the caller has them. Browsers may cache public answers but ask each time (`no-cache`);
 * answers for a signed-in person are not stored at all.
 * @param staleSince when the database could last confirm the bytes; absent while it can
 */
export async function sendBytes(request: FastifyRequest, reply: FastifyReply, bytes: AnswerBytes, staleSince?: Date) {
  const { headers } = request.raw;
  reply.header('etag', bytes.etag).header('vary', 'accept-encoding');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  if (staleSince) reply.header('vointi-stale-since', staleSince.toISOString());
  if (isCurrent(headers['if-none-match'], bytes.etag)) return reply.code(304).send();
  const encoding = encodingOf(headers['accept-encoding'] as string | undefined);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type('application/json; charset=utf-8').send(await bytes.in(encoding));
}
