import type { Text } from '@vointi/shared/text/text.ts';
import { isWorkday, nextWorkday, plusDays } from '@vointi/shared/text/workday.ts';

export type Suggestion = { name: Text; periodAssessed: Text; opensOn: string; closesOn: string };

const seasons = [
  {
    name: (year: number): Text => ({ fi: `Kevät ${year}`, sv: `Våren ${year}`, en: `Spring ${year}` }),
    period: (year: number): Text => ({
      fi: `tammi–kesäkuu ${year}`,
      sv: `januari–juni ${year}`,
      en: `January–June ${year}`,
    }),
    opens: '05-04',
  },
  {
    name: (year: number): Text => ({ fi: `Syksy ${year}`, sv: `Hösten ${year}`, en: `Autumn ${year}` }),
    period: (year: number): Text => ({
      fi: `heinä–joulukuu ${year}`,
      sv: `juli–december ${year}`,
      en: `July–December ${year}`,
    }),
    opens: '11-02',
  },
] as const;

const friday = 5;
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The last workday of the week that ends three weeks later. */
function closingOf(opensOn: string): string {
  let day = plusDays(opensOn, 3 * 7);
  while (weekdayOf(day) !== friday) day = plusDays(day, 1);
  while (!isWorkday(day)) day = plusDays(day, -1);
  return day;
}

/**
 * Suggests the next round's name and days, alternating spring and autumn. It begins on the next workday at the earliest,
 * because a round that begins today opens as soon as it is planned.
 */
export function suggestionFor(today: string, taken: readonly string[]): Suggestion {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const start = year * seasons.length + (month > 6 ? 1 : 0);
  for (let step = start; ; step += 1) {
    const of = Math.floor(step / seasons.length);
    const season = seasons[step % seasons.length] ?? seasons[0];
    const name = season.name(of);
    if (taken.includes(name.fi)) continue;
    const usual = `${of}-${season.opens}`;
    const opensOn = nextWorkday(usual > today ? plusDays(usual, -1) : today);
    return { name, periodAssessed: season.period(of), opensOn, closesOn: closingOf(opensOn) };
  }
}
