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

/** One indicator of however large a catalogue: the server searches. */
export function IndicatorChoice({ slug, year, chosen, onChoose }: Props) {
  const t = useTranslations('indicatorManage.file');
  const localize = useLocalizedText();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isPlaceholderData, isPending } = useQuery(catalogueQuery(slug, year, q ? { q } : {}));
  // A word of the source finds an indicator too: those that are called so come first.
  const isNamed = ({ name }: { name: Text }) => localize(name).toLowerCase().includes(q.toLowerCase());
  const found = (data?.indicators ?? []).toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  return (
    <Combobox
      label={t('indicator')}
      hint={t('indicatorHint')}
      placeholder={t('inFile')}
      chosen={chosen}
      options={found.map(({ slug: value, name }) => ({ value, label: localize(name), lang: localize.in(name).lang }))}
      more={(data?.matching ?? 0) - found.length}
      isStale={typed !== q || isPlaceholderData || isPending}
      onType={setTyped}
      onChoose={onChoose}
    />
  );
}
