import type { IndicatorKind } from '../indicator/kind.ts';
import { datesIn } from '../text/dates-in.ts';
import { type Language, languages, type Text } from '../text/text.ts';
import type { FigureValue } from './contract.ts';
import { parseFigure } from '../indicator/figures.ts';
import { isSameWord, wordsOf } from './words.ts';

export type Proposable = { indicator: string; name: Text; kind: IndicatorKind; unit: Text | null; decimals: number };

/** A number in the text that fits an indicator; `start` and `end` are positions in the text. */
export type FigureProposal = { indicator: string; value: FigureValue; start: number; end: number };

const space = String.raw`[ \u00a0\u202f\u2009]`;
/** A number by itself: not part of a word, a range, a date, a time or another number. */
const alone = new RegExp(
  String.raw`(?<![\p{L}\d§]|[\d\p{L}][.,:/–-]|[/:–~<>≈]|[\d§–-]${space})[-−]?(?:\d{1,3}(?:${space}\d{3})+|\d+)(?:,\d+)?(?![\p{L}\d]|[.,:/–-][\p{L}\d]|${space}?[–/]|${space}?§|${space}\d|\.${space}\p{Ll})`,
  'gu',
);

const whole = (words: string) => new RegExp(String.raw`(?<![\p{L}])(?:${words})(?![\p{L}])`, 'iu');
/** With one of these words a clause states a target, a change, another time or an estimate, not the year's value. */
const unsure = whole(
  [
    'tavoite|tavoitteena|tavoitetta|mål|målet|target|goal|viime|edelli\\p{L}+|aiem\\p{L}+|aikais\\p{L}+|förra|tidigare|last|previous\\p{L}*',
    'suunni\\p{L}+|budjet\\p{L}+|planera\\p{L}*|planned|mennessä|saakka|asti|senast|until|vuosi|vuonna|vuoteen|år|året|year',
    'vähintään|enintään|noin|n|yli|alle|lähes|liki|arviolta|minst|högst|cirka|ca|över|under|omkring|nästan|about|around|over|nearly|almost|approximately|at least|at most',
    'kasvoi|kasvua|kasvanut|nousi|nousua|noussut|laski|laskua|laskenut|väheni|vähentyi|vähentynyt|lisää|lisääntyi|lisääntynyt|enemmän|vähemmän',
    'ökade|ökat|ökning|minskade|minskat|minskning|fler|färre|increased?|decreased?|grew|fell|rose|more|fewer|less',
    'ei|eivät|ilman|inte|ej|utan|not|no|without|tai|eller|or|puoli|halv|half',
  ].join('|'),
);
/** After one of these words a number is a position in a document, a time or a name. */
const label =
  /(?:^|[^\p{L}])(?:pykälä|kohta|kohdan|sivu|s|liite|nro|n:o|no|vaihe|luokka|klo|puh|taso|versio|osa|paragraf|punkt|sida|bilaga|nr|kl|tfn|section|page|annex|item|phase|grade|at|tel)\.?:?[ \u00a0]*$/iu;
const counted = /^(?:hlö|henkilöä|henkeä|kpl|kappaletta|personer|pers|st|stycken|people|persons)$/iu;
const percent = /^[ \u00a0\u202f]?(?:%|prosenttia|procent|per cent|percent)(?![\p{L}:-])/iu;
const euros = /^[ \u00a0\u202f]?(?:€|euroa|euro|euros)(?![\p{L}:/-])/iu;

/** other: any other sign, such as that of a percentage point. */
type Sign = '%' | '€' | 'other' | '';
type NumberInText = { start: number; end: number; typed: string; sign: Sign; next: string | undefined };
type Clause = { words: string[]; isUnsure: boolean; numbers: NumberInText[] };

const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + '\ufffc'.repeat(end - start) + text.slice(end);

/** Blanks out dates, years and brackets; every position in the text stays the same. */
function withoutTimes(text: string): string {
  let left = text;
  for (const { start, end } of datesIn(text)) left = blank(left, start, end);
  for (const match of left.matchAll(/\([^()]*\)/gu)) left = blank(left, match.index, match.index + match[0].length);
  // Numbers from 1900 to 2049 count as years: no plan reaches further.
  const likeYear = new RegExp(
    String.raw`(?<![\d,.]|\d${space})(?:19\d\d|20[0-4]\d)(?![\d,.]\d|${space}\d{3}(?!\d)|\d)`,
    'gu',
  );
  for (const match of left.matchAll(likeYear)) left = blank(left, match.index, match.index + match[0].length);
  return left;
}

const signOf = (after: string): Sign => {
  if (percent.test(after)) return '%';
  if (euros.test(after)) return '€';
  return /^[ \u00a0\u202f]?[^\p{L}\s.,;:!?\ufffc]/u.test(after) ? 'other' : '';
};

function numbersIn(text: string): NumberInText[] {
  return [...text.matchAll(alone)]
    .filter((match) => !label.test(text.slice(Math.max(0, match.index - 20), match.index)))
    .map((match) => {
      const end = match.index + match[0].length;
      const after = text.slice(end, end + 60);
      const sign = signOf(after);
      const next =
        sign === '' ? /^[ \u00a0\u202f]+(?!(?:ja|sekä|och|samt|and) )(\p{L}[\p{L}-]*)/u.exec(after)?.[1] : undefined;
      return { start: match.index, end, typed: match[0], sign, next };
    });
}

function clausesOf(text: string): Clause[] {
  const parts = /(?:[^.,;:!?\n]|[.,:](?=\S))+?(?=$|[.,;:!?\n](?!\S)|[;!?\n]| (?:ja|sekä|och|samt|and|&) )/gu;
  const numbers = numbersIn(text);
  return [...text.matchAll(parts)].map(({ 0: clause, index }) => ({
    words: wordsOf(clause),
    isUnsure: unsure.test(clause),
    numbers: numbers.filter(({ start }) => start >= index && start < index + clause.length),
  }));
}

type Candidate = Proposable & { sign: Sign; words: Record<Language, string[]>; units: string[] };

function candidateOf(figure: Proposable): Candidate {
  const units = figure.unit ? Object.values(figure.unit).filter((unit) => unit !== undefined) : [];
  const sign = units.includes('%') ? '%' : units.includes('€') ? '€' : '';
  const words = Object.fromEntries(languages.map((language) => [language, wordsOf(figure.name[language] ?? '')]));
  return { ...figure, sign, words: words as Record<Language, string[]>, units: units.flatMap(wordsOf) };
}

const isIn = (word: string, words: readonly string[]) => words.some((other) => isSameWord(word, other));

type Likeness = { score: number; isEnough: boolean };

/** How many words of the name the clause has; enough with at least half of those that only this name has. */
function likeness(clause: Clause, figure: Candidate, others: readonly Candidate[]): Likeness {
  const all = languages.map((language) => {
    const matching = figure.words[language].filter((word) => isIn(word, clause.words));
    const theirs = others.flatMap((other) => other.words[language]);
    const own = figure.words[language].filter((word) => !isIn(word, theirs));
    const distinctive = own.length > 0 ? own : figure.words[language];
    return {
      score: matching.length,
      isEnough: matching.filter((word) => distinctive.includes(word)).length * 2 >= distinctive.length,
    };
  });
  return all.reduce((best, one) => (one.score > best.score ? one : best));
}

/** The word after the number, if any, must be what the indicator counts. */
const countsTheSame = ({ next }: NumberInText, { words, units }: Candidate): boolean =>
  next === undefined || counted.test(next) || isIn(next, [...units, ...languages.flatMap((one) => words[one])]);

function figureOf(clause: Clause, number: NumberInText, candidates: readonly Candidate[]): Candidate | undefined {
  const ofSign = candidates.filter(({ sign }) => sign === number.sign);
  // A percentage alone fits when one indicator is a percentage.
  if (number.sign === '%' && clause.words.length === 0) return ofSign.length === 1 ? ofSign[0] : undefined;
  const scored = candidates
    .map((figure) => {
      const others = candidates.filter((other) => other !== figure);
      return { figure, ...likeness(clause, figure, others) };
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score === 0 || best.score === second?.score || !best.isEnough) return undefined;
  return best.figure.sign === number.sign && countsTheSame(number, best.figure) ? best.figure : undefined;
}

function proposed(clause: Clause, candidates: readonly Candidate[]): FigureProposal[] {
  if (clause.isUnsure || clause.numbers.length !== 1) return [];
  return clause.numbers.flatMap((number) => {
    const figure = figureOf(clause, number, candidates);
    const value = figure && parseFigure('number', number.typed, figure.decimals).value;
    return figure && value ? [{ indicator: figure.indicator, value, start: number.start, end: number.end }] : [];
  });
}

/**
 * Finds numbers in a text that are values of indicators, for a person to confirm. A wrong proposal is worse than none:
 * a number is proposed only when exactly one indicator fits, and an indicator that two numbers fit gets neither.
 */
export function proposeFigures(text: string, figures: readonly Proposable[]): FigureProposal[] {
  const candidates = figures.filter(({ kind }) => kind === 'number').map(candidateOf);
  const all = clausesOf(withoutTimes(text.slice(0, 10_000))).flatMap((clause) => proposed(clause, candidates));
  return all.filter(({ indicator }) => all.filter((one) => one.indicator === indicator).length === 1);
}
