/** Words that say how much and not of what. */
const empty =
  /^(?:määrä|määrät|lukumäär\p{L}*|osuus|luku|luvut|kuvaava|sekä|jotka|antal|mängd\p{L}*|andel|samt|number|share|amount|with|from|that)$/u;

/** The words of a text that carry meaning, in lower case. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  ).filter((word) => !empty.test(word));

/** How far two words begin the same. */
function common(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** An ending that makes another word and not another form of the word: koulu or koulut, koulutus. */
const derives = /^.?tu[sk]/u;

/**
 * Whether two words are forms of one, or compounds that begin alike: nuoret and nuorta, peruskoululaisia and
 * peruskouluikäiset. A guess by their beginnings; the endings of a form are short.
 */
export function isSameWord(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const length = common(one, other);
  if (length < 4 || derives.test(one.slice(length - 1)) !== derives.test(other.slice(length - 1))) return false;
  const longest = Math.max(one.length, other.length) - length;
  return length >= 8 || (longest <= 5 && longest <= length);
}
