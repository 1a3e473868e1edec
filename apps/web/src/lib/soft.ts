// Browsers without a hyphenation dictionary for Finnish and Swedish (Chromium) break a long word anywhere, or let it run over.
const vowels = 'aeiouyäöå';
const diphthongs = new Set([
  'ai',
  'ei',
  'oi',
  'ui',
  'yi',
  'äi',
  'öi',
  'au',
  'eu',
  'iu',
  'ou',
  'äy',
  'öy',
  'ey',
  'iy',
  'ie',
  'uo',
  'yö',
]);
/** Languages whose words break as these rules say: others are left to the browser. */
export const isHyphenated = (language: string) => language === 'fi' || language === 'sv';

const softHyphen = '\u00ad';
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter);

/** What second parts of compounds begin with that have a vowel first: the consonant before them is of the first part. */
const heads = /(?<=[aeiouyäöå][sn])(?:aika|alue|asia|aste|edus|eläk|ikäi|ohjel|oppi|osallis|osasto)/g;

/** Where a word may break: before a consonant and the vowel after it, and between vowels that are two syllables in Finnish. */
function breaksOf(word: string): number[] {
  const letters = word.toLowerCase().split('');
  const begins = new Set([...word.toLowerCase().matchAll(heads)].map(({ index }) => index));
  return letters.flatMap((letter, at) => {
    if (at < 4 || at > letters.length - 4 || begins.has(at + 1) || begins.has(at - 1)) return [];
    if (begins.has(at)) return [at];
    if (!isVowel(letter)) return isVowel(letters[at + 1]) && letters.slice(0, at).some(isVowel) ? [at] : [];
    const before = letters[at - 1];
    if (before === undefined || !isVowel(before) || before === letter || diphthongs.has(before + letter)) return [];
    return isVowel(letters[at - 2]) ? [at] : [];
  });
}

/** The same text with soft hyphens in its long words: invisible until a line needs one. */
export function soften(text: string, longest = 18): string {
  return text.replaceAll(new RegExp(`\\p{Script=Latin}{${longest},}`, 'gu'), (word) => {
    const breaks = breaksOf(word);
    return word
      .split('')
      .map((letter, at) => (breaks.includes(at) ? softHyphen + letter : letter))
      .join('');
  });
}
