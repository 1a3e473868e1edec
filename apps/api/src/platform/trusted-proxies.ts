import { isIP } from 'node:net';

/** X-Forwarded-For counts only from a proxy on this machine: anybody else could say anything. */
export const localProxies: readonly string[] = ['loopback'];

/** An address, a range of addresses (`10.0.0.0/8`), or `loopback`. A range of everybody is none. */
function isProxy(entry: string): boolean {
  if (entry === 'loopback') return true;
  const [address = '', length, ...rest] = entry.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(length) && Number(length) <= (kind === 4 ? 32 : 128);
}

/**
 * Whose word is believed on where a request came from: a list with commas.
 * @returns the list, or in a sentence's end what is wrong with it
 */
export function parseProxies(given: string): readonly string[] | string {
  const entries = given.split(',').map((entry) => entry.trim());
  const bad = entries.findIndex((entry) => !isProxy(entry));
  return bad < 0
    ? entries
    : `entry ${bad + 1} must be an address, a range such as 10.0.0.0/8 that is not everybody, or loopback`;
}
