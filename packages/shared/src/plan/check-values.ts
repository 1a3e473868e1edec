import { isCalendarDate } from '../text/calendar.ts';
import type { Path, Problems } from './check-problems.ts';

/** Reports a day or a moment that does not exist or lies outside the allowed years. */
export function checkDay(text: string | undefined, path: Path, problems: Problems): void {
  if (text !== undefined && !isCalendarDate(text.slice(0, 10)))
    problems.add(path, { code: 'no_such_date', value: text });
}

export function checkRange(period: string | null | undefined, path: Path, problems: Problems): void {
  const [from, to] =
    period?.split('/').length === 2 ? period.split('/') : period?.length === 9 ? period.split('-') : [];
  if (from !== undefined && to !== undefined && to <= from) problems.add(path, { code: 'ends_before_start' });
}

/** Calls `twice` for each item whose key an earlier item has. */
export function once<T>(
  items: readonly T[] | undefined,
  keyOf: (item: T) => string | undefined,
  twice: (first: number, index: number, key: string) => void,
) {
  const seen = new Map<string, number>();
  items?.forEach((item, index) => {
    const key = keyOf(item);
    if (key === undefined) return;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else twice(first, index, key);
  });
}
