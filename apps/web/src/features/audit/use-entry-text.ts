import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { isLanguage, type Text } from '@vointi/shared/text/text.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { useLanguageLabels } from '../../ui/form/use-language-labels.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { roundsQuery } from '../../domain/round/queries.ts';
import { everybodyQuery } from '../../domain/user/queries.ts';

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Keys and values of audit entries in words if there are any; ids as present names, or as what is gone. */
export function useEntryText(slug: string, names: Readonly<Record<string, Text>> = {}) {
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
    const name = names[id];
    if (name) return localize(name);
    const department = departments?.departments.find((one) => one.id === id || one.slug === id);
    const named = department ?? rounds?.rounds.find((one) => one.id === id);
    return named ? localize(named.name) : people?.find((one) => one.id === id)?.displayName;
  };
  const text = (content: string): string => {
    const word = content as never;
    if (t.has(`value.${content}` as never)) return t(`value.${content}` as never);
    if (isLanguage(content)) return nameOf(content);
    if (role.has(word)) return role(word);
    if (state.has(word)) return state(word);
    if (kind.has(word)) return kind(word);
    return namedBy(content) ?? (isId.test(content) ? t('gone') : content);
  };
  const key = (content: string): string => (t.has(`key.${content}` as never) ? t(`key.${content}` as never) : content);
  const value = (content: unknown, of?: string): string => {
    if (content === null || content === undefined || content === '') return '–';
    if (typeof content === 'boolean') return t(content ? 'yes' : 'no');
    if (typeof content === 'number') return String(content);
    // Slugs are shown as they are in addresses.
    if (typeof content === 'string') return of === 'slug' ? content : text(content);
    if (Array.isArray(content))
      return content.length === 0
        ? '–'
        : content.map((one) => (typeof one === 'string' ? fieldOr(one) : value(one))).join('; ');
    // A count needs the name of what was counted.
    if (Object.values(content).every((one) => typeof one === 'number'))
      return Object.entries(content)
        .map(([name, count]) => `${key(name)} ${String(count)}`)
        .join(', ');
    return Object.values(content)
      .filter((one) => one !== null)
      .map((one) => value(one))
      .join(', ');
  };
  // A list of strings is usually a list of field names.
  const fieldOr = (one: string) => (t.has(`key.${one}` as never) ? t(`key.${one}` as never) : text(one));
  return { key, value };
}
