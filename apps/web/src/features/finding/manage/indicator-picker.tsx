import { useQuery } from '@tanstack/react-query';
import type { Text } from '@vointi/shared/text/text.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { catalogueQuery } from '../../../domain/indicator/queries.ts';
import type { At } from './writes.ts';

type Named = { slug: string; name: Text };
type Props = {
  plan: At;
  /** Indicators that may be chosen already; the search may not return them. */
  known: readonly Named[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Picks indicators: the server searches, chosen ones stay visible. */
export function IndicatorPicker({ plan, known, chosen, onChange }: Props) {
  const t = useTranslations('findingManage');
  const localize = useLocalizedText();
  const [q, setQ] = useState('');
  const [seen, setSeen] = useState<readonly Named[]>(known);
  const { data } = useQuery(catalogueQuery(plan.slug, plan.year, q ? { q } : {}));
  const indicators = data?.indicators ?? [];
  const names = new Map([...seen, ...indicators].map((one) => [one.slug, one.name]));
  const options = [...new Set([...chosen, ...indicators.map(({ slug }) => slug)])];
  return (
    <div>
      <SearchField label={t('field.searchIndicator')} value={q} onSearch={setQ} />
      <Choices
        legend={t('field.indicators')}
        choices={options.slice(0, chosen.length + 12).map((slug) => {
          const name = names.get(slug);
          const { children, lang } = name ? localize.in(name) : { children: slug, lang: undefined };
          return { value: slug, label: children, lang };
        })}
        chosen={chosen}
        onChange={(next) => {
          // Keep their names: the next search may not return them.
          setSeen((now) => [...now, ...indicators.filter(({ slug }) => next.includes(slug))]);
          onChange(next);
        }}
      />
    </div>
  );
}
