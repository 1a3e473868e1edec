/** Without 0 O, 1 I L, U V: read from five metres and typed on a phone, none is taken for another. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const codeLength = 8;
export const codeMinutes = 10;

/** A code as it was typed: in any case, with spaces or a hyphen in the middle. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s\-–]/g, '');

/** ABCD 2345: how a code is shown. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** @param random whole numbers from 0 to one less than given, each as likely as another */
export const newCode = (random: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => codeAlphabet[random(codeAlphabet.length)]).join('');
