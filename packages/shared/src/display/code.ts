/** Without 0 O, 1 I L, U V: characters that look alike from five metres. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const codeLength = 8;
export const codeMinutes = 10;

/** A typed code in its stored form: upper case, without spaces and hyphens. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s\-–]/g, '');

/** A code as the screen shows it: ABCD 2345. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** @param random returns a whole number from 0 to below − 1, evenly distributed */
export const newCode = (random: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => codeAlphabet[random(codeAlphabet.length)]).join('');
