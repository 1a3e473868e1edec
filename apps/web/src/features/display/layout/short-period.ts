import { languageFacts, type Language } from '../../../lib/language.ts';
import { periodText } from '../../../domain/indicator/value-text.ts';

/** A period as it is written where there is little room: months without their endings. */
export function shortPeriod(period: string, language: Language): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return periodText(period, language);
  const form = new Intl.DateTimeFormat(languageFacts[language].locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${period}-01T00:00:00Z`));
}
