// Chromium has no hyphenation dictionary for Finnish and Swedish: it breaks a long word anywhere or lets it overflow.
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
/** Whether these rules fit the language; the browser hyphenates the others. */
export const isHyphenated = (language: string) => language === 'fi' || language === 'sv';

const softHyphen = '\u00ad';
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter);

/** Beginnings of second parts of compounds that start with a vowel: the consonant before them belongs to the first part. */
const secondParts = /(?<=[aeiouyäöå][sn])(?:aika|alue|asia|aste|edus|eläk|ikäi|ohjel|oppi|osallis|osasto)/g;

/** Indexes where a word may break: before a consonant that a vowel follows, and between vowels of two Finnish syllables. */
function breaksOf(word: string): number[] {
  const letters = word.toLowerCase().split('');
  const begins = new Set([...word.toLowerCase().matchAll(secondParts)].map((match) => match.index));
  return letters.flatMap((letter, index) => {
    if (index < 4 || index > letters.length - 4 || begins.has(index + 1) || begins.has(index - 1)) return [];
    if (begins.has(index)) return [index];
    if (!isVowel(letter)) return isVowel(letters[index + 1]) && letters.slice(0, index).some(isVowel) ? [index] : [];
    const before = letters[index - 1];
    if (before === undefined || !isVowel(before) || before === letter || diphthongs.has(before + letter)) return [];
    return isVowel(letters[index - 2]) ? [index] : [];
  });
}

/** Adds soft hyphens to words of `minLength` letters and more; they are invisible until a line needs one. */
export function hyphenate(text: string, minLength = 18): string {
  return text.replaceAll(new RegExp(`\\p{Script=Latin}{${minLength},}`, 'gu'), (word) => {
    const breaks = breaksOf(word);
    return word
      .split('')
      .map((letter, index) => (breaks.includes(index) ? softHyphen + letter : letter))
      .join('');
  });
}
