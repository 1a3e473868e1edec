const middleOfYear = 0.5;

/** Position of a period's middle on an axis of years; null: not a period. */
export function positionOf(period: string): number | null {
  const year = /^(\d{4})$/.exec(period);
  if (year) return Number(year[1]) + middleOfYear;
  const range = /^(\d{4})[-–/](\d{4})$/.exec(period);
  if (range) return (Number(range[1]) + Number(range[2]) + 1) / 2;
  const months = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(period);
  if (months) {
    const [from, to] = [positionOf(months[1] ?? ''), positionOf(months[2] ?? '')];
    return from === null || to === null ? null : (from + to) / 2;
  }
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(period);
  if (!day) return null;
  const month = Number(day[2]);
  if (month < 1 || month > 12) return null;
  const within = day[3] === undefined ? middleOfYear : (Number(day[3]) - middleOfYear) / 31;
  return Number(day[1]) + (month - 1 + within) / 12;
}

/** A period as a short label: 2023, 12/2022, 2021–2023. */
export function periodShort(period: string): string {
  const month = (text: string) => text.replace(/^(\d{4})-(0?)(\d{1,2})$/, '$3/$1');
  if (/^\d{4}[-–/]\d{4}$/.test(period)) return period.replace(/[-/]/, '–');
  if (period.includes('/')) return period.split('/').map(month).join('–');
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return period.split('-').map(Number).toReversed().join('.');
  return month(period);
}
