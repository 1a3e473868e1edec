/** A month or a day that the calendar has, of years that anybody here means. */
export function isCalendarDay(text: string): boolean {
  const whole = text.length === 7 ? `${text}-01` : text;
  const date = new Date(`${whole}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== whole) return false;
  return whole >= '1900' && whole < '2200';
}
