import { useTranslations } from 'use-intl';
import { Segmented } from '../../../ui/segmented.tsx';
import { ageGroupChoices } from '@vointi/shared/measure/progress.ts';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import type { FilterProps } from './filter-props.ts';

const everyAge = 'every';
const choices = [everyAge, ...ageGroupChoices] as const;

/** One press shows one age group, a second press on it shows all again. */
export function AgeGroups({ facets, search, change }: FilterProps) {
  const t = useTranslations('plan');
  const word = useAgeGroupWord();
  const chosen = search.ageGroup.length === 0 ? [everyAge] : search.ageGroup;
  const total = Object.values(facets.ageGroup).reduce((sum, count) => sum + count, 0);
  const choose = (value: (typeof choices)[number]) => {
    const isOnly = search.ageGroup.length === 1 && search.ageGroup[0] === value;
    change({ ageGroup: value === everyAge || isOnly ? [] : [value] });
  };
  return (
    <Segmented
      label={t('ageGroup')}
      segments={choices.map((value) => {
        const count = value === everyAge ? total : facets.ageGroup[value];
        return {
          value,
          label: value === everyAge ? t('everyAge') : word(value),
          count,
          disabled: count === 0 && !chosen.includes(value as never),
        };
      })}
      chosen={chosen as readonly (typeof choices)[number][]}
      onChoose={choose}
    />
  );
}
