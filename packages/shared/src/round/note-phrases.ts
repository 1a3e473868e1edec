import { datesIn, type FoundDate } from '../text/dates-in.ts';

/*
 * Finnish, Swedish and English phrases in the notes of answers. The patterns are strict: a false hit costs the
 * coordinator more than a missed phrase.
 */

const wholeWord = (words: string) => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'giu');

const continuation = wholeWord(
  [
    'jatkuu|jatkuvat|jatketaan|etenee|etenevät|keskeneräi\\p{L}+|käynnissä|meneillään',
    // "kuntien kesken" (among) and "kesken kauden" (in the middle of) do not count.
    '(?:on|ovat|jää|jäi|yhä|vielä|edelleen|osin|osittain) kesken',
    'fortsätter|fortgår|pågår|(?:inte|ej) (?:klar|klart|klara|färdig|färdigt|färdiga)',
    'continues|will continue|ongoing|in progress|under way|underway|not (?:yet )?(?:finished|complete|ready)',
  ].join('|'),
);
const negation = wholeWord("ei|eivät|eikä|en|emme|inte|ej|aldrig|not|no|never|\\p{L}+n[’']t");

const clauses = (text: string): { text: string; start: number }[] =>
  [...text.matchAll(/(?:[^.,;:!?\n]|[.,:](?=\S))+/gu)].map((match) => ({ text: match[0], start: match.index }));

/** The words that can negate a phrase: "ei enää ole käynnissä", "fortsätter inte". Words before a "but" cannot. */
const wordsAround = (clause: string, start: number, end: number): string => {
  const before = clause.slice(0, start).split(/ (?:mutta|vaan|ja|men|utan|och|but|and) /u);
  const words = (before.at(-1) ?? '').trim().split(/\s+/u).slice(-3);
  return [...words, '|', ...clause.slice(end).trim().split(/\s+/u).slice(0, 2)].join(' ');
};

/** Returns the words that say that the work goes on; null when there are none. */
export function findContinuation(text: string): string | null {
  for (const clause of clauses(text)) {
    for (const match of clause.text.matchAll(continuation)) {
      const end = match.index + match[0].length;
      if (wordsAround(clause.text, match.index, end).match(negation) === null) return match[0];
    }
  }
  return null;
}

const promised = wholeWord(
  [
    'valmistuu|valmistuvat|valmistuminen|valmistumassa|alkaa|alkavat|käynnistyy|käynnistyvät',
    '(?:aloite|toteute|järjeste|hyväksy|avat|laadi|päivite|esitel|käsitel|otet|vied|saad|tehd|pide|luo)\\p{L}*(?:aan|ään|daan|dään)',
    'tulee|tulevat|siirtyy|siirtyvät|mennessä|viimeistään|tavoite|tavoitteena|tarkoitus|suunniteltu|suunnitteilla|odotetaan|aikoo',
    'blir|färdigställs|börjar|inleds|startar|genomförs|ordnas|godkänns|införs|tas|senast|ska|skall|kommer|planeras|planerat|väntas',
    'will|by|due|planned|expected|scheduled|starts|begins|opens|to be|at the latest',
  ].join('|'),
);
const past = wholeWord(
  [
    'valmistui|valmistuivat|alkoi|alkoivat|käynnistyi|\\p{L}+(?:ttiin|tettiin|tiin)|oli|olivat|saatiin',
    '(?:on|ovat) (?:jo |nyt )?(?!suunnitel)\\p{L}+(?:ttu|tty|tu|ty|nut|nyt|neet|lu|ly)',
    'blev|har|hade|var|började|startade|inleddes|genomfördes|ordnades|godkändes|infördes|färdigställdes|togs',
    'was|were|has|have|had',
  ].join('|'),
);

/**
 * Finds past dates for which a text promises something: "valmistuu 3/2024" in April 2024.
 * @param today the day in Finland
 */
export const findOverdueDates = (text: string, today: string): FoundDate[] =>
  datesIn(text).filter(({ start, over }) => {
    if (over > today) return false;
    const clause = clauses(text).find((one) => start >= one.start && start < one.start + one.text.length);
    return clause !== undefined && clause.text.match(promised) !== null && clause.text.match(past) === null;
  });
