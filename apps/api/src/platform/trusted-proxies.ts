import { isIP } from 'node:net';

/** X-Forwarded-For counts only from a proxy on this machine, as anybody else could forge it. */
export const localProxies: readonly string[] = ['loopback'];

/** An address, a range of addresses (`10.0.0.0/8`), or `loopback`. A range of all addresses is not allowed. */
function isProxy(entry: string): boolean {
  if (entry === 'loopback') return true;
  const [address = '', length, ...rest] = entry.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(length) && Number(length) <= (kind === 4 ? 32 : 128);
}

/**
 * The proxies whose X-Forwarded-For counts, from a list with commas.
 * @returns the list, or the end of a sentence that says what is wrong with it
 */
export function parseProxies(text: string): readonly string[] | string {
  const entries = text.split(',').map((entry) => entry.trim());
  const bad = entries.findIndex((entry) => !isProxy(entry));
  return bad < 0
    ? entries
    : `entry ${bad + 1} must be an address, a range such as 10.0.0.0/8 that is not everybody, or loopback`;
}
