import { useLanguage } from '../../lib/intl.tsx';
import { periodText } from './value-text.ts';

/** "joulukuu 2022" of "2022-12", in the page's language. */
export function usePeriodText(): (period: string) => string {
  const language = useLanguage();
  return (period) => periodText(period, language);
}
