/** A period as an axis has room for it: 2023, 12/2022, 2021–2023. */
export function periodShort(period: string): string {
  const month = (text: string) => text.replace(/^(\d{4})-(0?)(\d{1,2})$/, '$3/$1');
  if (/^\d{4}[-–/]\d{4}$/.test(period)) return period.replace(/[-/]/, '–');
  if (period.includes('/')) return period.split('/').map(month).join('–');
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return period.split('-').map(Number).toReversed().join('.');
  return month(period);
}
