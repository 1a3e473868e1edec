/** Words for an amount, which do not name what is counted. */
const amountWord =
  /^(?:määrä|määrät|lukumäär\p{L}*|osuus|luku|luvut|kuvaava|sekä|jotka|antal|mängd\p{L}*|andel|samt|number|share|amount|with|from|that)$/u;

/** The words of a text that carry meaning, in lower case. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  ).filter((word) => !amountWord.test(word));

/** Length of the common beginning of two words. */
function commonLength(a: string, b: string): number {
  let index = 0;
  while (index < a.length && index < b.length && a[index] === b[index]) index += 1;
  return index;
}

/** An ending that forms another word, such as koulutus of koulu, and not another form of the same word. */
const derives = /^.?tu[sk]/u;

/**
 * Whether two words are forms of one word, or compounds with the same beginning: nuoret and nuorta, peruskoululaisia
 * and peruskouluikäiset. It compares the beginnings, as endings are short.
 */
export function isSameWord(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const length = commonLength(one, other);
  if (length < 4 || derives.test(one.slice(length - 1)) !== derives.test(other.slice(length - 1))) return false;
  const longest = Math.max(one.length, other.length) - length;
  return length >= 8 || (longest <= 5 && longest <= length);
}
