import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { isLanguage } from '@vointi/shared/text/text.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { useLanguageLabels } from '../../ui/form/use-language-labels.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { roundsQuery } from '../../domain/round/queries.ts';
import { everybodyQuery } from '../../domain/user/queries.ts';

/** Keys and values of audit entries in words if there are any; ids as present names. */
export function useEntryText(slug: string) {
  const t = useTranslations('audit');
  const role = useTranslations('user.role');
  const state = useTranslations('user.state');
  const kind = useTranslations('department.kind');
  const { nameOf } = useLanguageLabels();
  const localize = useLocalizedText();
  const { data: departments } = useQuery(departmentsQuery(slug, {}));
  const { data: people } = useQuery(everybodyQuery(slug));
  const { data: rounds } = useQuery(roundsQuery(slug));

  const namedBy = (id: string) => {
    const department = departments?.departments.find((one) => one.id === id || one.slug === id);
    const named = department ?? rounds?.rounds.find((one) => one.id === id);
    return named ? localize(named.name) : people?.find((one) => one.id === id)?.displayName;
  };
  const text = (given: string): string => {
    const word = given as never;
    if (t.has(`value.${given}` as never)) return t(`value.${given}` as never);
    if (isLanguage(given)) return nameOf(given);
    if (role.has(word)) return role(word);
    if (state.has(word)) return state(word);
    if (kind.has(word)) return kind(word);
    return namedBy(given) ?? given;
  };
  const key = (given: string): string => (t.has(`key.${given}` as never) ? t(`key.${given}` as never) : given);
  const value = (given: unknown, of?: string): string => {
    if (given === null || given === undefined || given === '') return '–';
    if (typeof given === 'boolean') return t(given ? 'yes' : 'no');
    if (typeof given === 'number') return String(given);
    // Slugs are shown as they are in addresses.
    if (typeof given === 'string') return of === 'slug' ? given : text(given);
    if (Array.isArray(given))
      return given.length === 0
        ? '–'
        : given.map((one) => (typeof one === 'string' ? fieldOr(one) : value(one))).join('; ');
    // A count needs the name of what was counted.
    if (Object.values(given).every((one) => typeof one === 'number'))
      return Object.entries(given)
        .map(([name, count]) => `${key(name)} ${String(count)}`)
        .join(', ');
    return Object.values(given)
      .filter((one) => one !== null)
      .map((one) => value(one))
      .join(', ');
  };
  // A list of strings is usually a list of field names.
  const fieldOr = (one: string) => (t.has(`key.${one}` as never) ? t(`key.${one}` as never) : text(one));
  return { key, value };
}
