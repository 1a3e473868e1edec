import { useQuery } from '@tanstack/react-query';
import type { Text } from '@vointi/shared/text/text.ts';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Combobox, type ComboOption } from '../../../ui/form/combobox.tsx';
import { catalogueQuery } from '../../../domain/indicator/queries.ts';

const pause = 200;

type Props = {
  slug: string;
  year: string;
  chosen: ComboOption | null;
  onChoose: (option: ComboOption | null) => void;
};

/** Chooses an indicator. The server searches, since a catalogue may be large. */
export function IndicatorChoice({ slug, year, chosen, onChoose }: Props) {
  const t = useTranslations('indicatorManage.file');
  const localize = useLocalizedText();
  const [input, setInput] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(input), pause);
    return () => clearTimeout(timer);
  }, [input]);
  const { data, isPlaceholderData, isPending } = useQuery(catalogueQuery(slug, year, q ? { q } : {}));
  // The search also matches sources; matching names come first.
  const hasMatchingName = ({ name }: { name: Text }) => localize(name).toLowerCase().includes(q.toLowerCase());
  const matching = (data?.indicators ?? []).toSorted(
    (one, other) => Number(hasMatchingName(other)) - Number(hasMatchingName(one)),
  );
  return (
    <Combobox
      label={t('indicator')}
      hint={t('indicatorHint')}
      placeholder={t('inFile')}
      chosen={chosen}
      options={matching.map(({ slug: value, name }) => ({
        value,
        label: localize(name),
        lang: localize.in(name).lang,
      }))}
      more={(data?.matching ?? 0) - matching.length}
      isStale={input !== q || isPlaceholderData || isPending}
      onType={setInput}
      onChoose={onChoose}
    />
  );
}
