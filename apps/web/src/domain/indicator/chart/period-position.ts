const middleOfYear = 0.5;

/** Where a period stands on an axis of years: its middle. Null for what is not a period of the calendar. */
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
