import type { Reason } from '@vointi/shared/plan/check-reasons.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/check-reason.json';
import { messagesOf } from '../../platform/messages.ts';

const messages = messagesOf<typeof fi>('check-reason');

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

type Value = string | number | readonly string[] | null;

function valueOf(key: string, value: Value): string | number | null {
  if (typeof value === 'object') return value && value.join(key === 'chain' ? ' → ' : ', ');
  // `first` is a place in the file, which has to be found.
  return typeof value === 'string' && key !== 'first' ? shorten(value) : value;
}

/** Why a file, or one place in it, is refused, in words. */
export function reasonText(reason: Reason, language: Language): string {
  const t = messages[language];
  const { code, ...given } = reason;
  const values = Object.fromEntries(
    Object.entries(given as Record<string, Value>).map(([key, value]) => [key, valueOf(key, value)]),
  );
  return t(`reason.${code}`, {
    ...values,
    ...(reason.code === 'wrong_type' && { expected: t(`type.${reason.expected}`) }),
    ...(reason.code === 'wrong_format' && { expected: t(`format.${reason.expected}`) }),
    ...('noun' in reason && { noun: t(`noun.${reason.noun}`) }),
    ...('closest' in reason && { isClose: reason.closest === null ? 'no' : 'yes' }),
  });
}
