import { randomBytes } from 'node:crypto';

let last = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562). The application makes ids, so that rows can refer to each other before they are stored.
 * Ids of one process grow, so indexes fill from one end.
 */
export function uuid7(): string {
  const now = Date.now();
  if (now > last) [last, counter] = [now, 0];
  else counter += 1;
  // The 12 bits beside the clock count; when they are full, the clock runs ahead of time by a millisecond.
  if (counter > 0xfff) [last, counter] = [last + 1, 0];
  const hex = last.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16);
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  return `${hex}${random.toString('hex')}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
