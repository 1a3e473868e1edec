import type { AgesStatement } from '@vointi/shared/measure/ages-statement.ts';
import { type Language, textIn } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/board-file.json';
import { messagesOf } from '../../platform/messages.ts';

const messages = messagesOf<typeof fi>('board-file');

/** 18.6., 18.6 in Swedish, 18 June in English. */
function dayOf(closesAt: string | null, language: Language): string {
  if (closesAt === null) return '';
  const month = language === 'en' ? 'long' : 'numeric';
  const format = new Intl.DateTimeFormat(`${language}-FI`, { day: 'numeric', month, timeZone: 'Europe/Helsinki' });
  return format.format(new Date(Date.parse(closesAt) - 1));
}

/** The sentence of the board's page, in a file. */
export function agesSentence(statement: AgesStatement | null, language: Language): string {
  const t = messages[language];
  if (!statement) return t('ages.none');
  const { kind, name, closesAt, ages, carriedFrom, added } = statement;
  const { fromDocument = 0, onBehalf = 0 } = ages;
  const parts = [
    kind !== 'document' && fromDocument > 0 && t('ages.fromDocument', { count: fromDocument }),
    onBehalf > 0 && t('ages.onBehalf', { count: onBehalf }),
  ];
  const isOpen = kind === 'open' || kind === 'overdue';
  const sentences = [
    t(`ages.${kind}`, {
      ...ages,
      name: textIn(name, language).text,
      day: dayOf(closesAt, language),
      parts: parts.map((part) => (part ? `, ${part}` : '')).join(''),
    }),
    isOpen && ages.carried > 0 && t('ages.others'),
    !isOpen &&
      ages.carried > 0 &&
      t('ages.carried', { ...ages, rounds: carriedFrom.rounds, year: String(carriedFrom.oldest) }),
    kind === 'closed' && ages.never > 0 && t('ages.never', { ...ages }),
    added > 0 && t('ages.added', { added }),
  ];
  return sentences.filter(Boolean).join(' ');
}
