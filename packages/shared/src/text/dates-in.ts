import { hasDay } from './calendar.ts';

/** A day, a month, a season or a year in a text; `over` is the first day after it. */
export type FoundDate = { start: number; end: number; words: string; over: string };

/** Beginnings of month names in Finnish, Swedish and English, from January. */
const months = [
  'tammiku|januari|january',
  'helmiku|februari|february',
  'maalisku|mars|march',
  'huhtiku|april',
  'toukoku|maj|may',
  'kesäku|juni|june',
  'heinäku|juli|july',
  'eloku|augusti|august',
  'syysku|september',
  'lokaku|oktober|october',
  'marrasku|november',
  'jouluku|december',
];
/** Seasons, each with the first month after it. */
const seasons: [string, number][] = [
  ['kevä|vår|spring', 6],
  ['kesä(?!ku)|sommar|summer', 9],
  ['syksy|höst|autumn', 12],
];

const year = String.raw`((?:19|20)\d\d)(?!\d|[.,]\d|\p{L})`;
const alone = String.raw`(?<![\d./,–-]|\p{L})`;
const word = (starts: string) => String.raw`(?<!\p{L})(?:${starts})\p{L}*\s+(?:vuonna\s+|år\s+)?`;

type Kind = { pattern: RegExp; over: (groups: string[]) => string | undefined };

const dayAfter = (y: number, month: number, day: number): string | undefined => {
  return hasDay(y, month, day) ? new Date(Date.UTC(y, month - 1, day + 1)).toISOString().slice(0, 10) : undefined;
};
const monthAfter = (y: number, month: number): string | undefined =>
  month < 1 || month > 12 ? undefined : new Date(Date.UTC(y, month, 1)).toISOString().slice(0, 10);

const numbers = (groups: string[]) => groups.map(Number) as [number, number, number];

const kinds: Kind[] = [
  {
    pattern: new RegExp(String.raw`${alone}(\d{1,2})\.\s?(\d{1,2})\.\s?${year}`, 'gu'),
    over: (groups) => {
      const [day, month, y] = numbers(groups);
      return dayAfter(y, month, day);
    },
  },
  {
    pattern: new RegExp(String.raw`${alone}((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)`, 'gu'),
    over: (groups) => dayAfter(...numbers(groups)),
  },
  {
    pattern: new RegExp(String.raw`${alone}(\d{1,2})[/.]${year}`, 'gu'),
    over: (groups) => {
      const [month, y] = numbers(groups);
      return monthAfter(y, month);
    },
  },
  ...months.map((starts, index) => ({
    pattern: new RegExp(word(starts) + year, 'giu'),
    over: (groups: string[]) => monthAfter(Number(groups[0]), index + 1),
  })),
  ...seasons.map(([starts, monthAfterIt]) => ({
    pattern: new RegExp(word(starts) + year, 'giu'),
    over: (groups: string[]) => monthAfter(Number(groups[0]), monthAfterIt - 1),
  })),
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:vuo(?:nna|den|teen|deksi|delle)|året|år|in|by|during|of)\s+${year}`,
      'giu',
    ),
    over: (groups) => monthAfter(Number(groups[0]), 12),
  },
];

/** Finds dates in a text, in its order, and skips those that do not exist. */
export function datesIn(text: string): FoundDate[] {
  const dates: FoundDate[] = [];
  for (const { pattern, over } of kinds) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const until = over(match.slice(1));
      const isWithin = dates.some((other) => match.index < other.end && end > other.start);
      if (until !== undefined && !isWithin) dates.push({ start: match.index, end, words: match[0], over: until });
    }
  }
  return dates.toSorted((a, b) => a.start - b.start);
}
