import type { FilterField, FilterOption, ValueOf } from '@vointi/shared/filter/field.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import {
  boardFields,
  type BoardFields,
  type BoardFilter,
  type BoardOptions,
  type MeasureInPlan,
} from '@vointi/shared/plan/filter-fields.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { activeFiltersOf, type ActiveFilter as ActiveFilterOf } from '../../../lib/filter-search.ts';
import { useLocalizedText, type Localizer } from '../../../lib/text.tsx';

export type ActiveFilter = ActiveFilterOf<BoardFields>;
export type FilterKey = keyof BoardFields;

type KeyWith<Shape> = { [K in FilterKey]: BoardFields[K] extends Shape ? K : never }[FilterKey];
/** Keys of the filters' names in the locales: `plan.KEY`. A missing one does not compile. */
export type NamedKey = Exclude<FilterKey, KeyWith<{ kind: 'text' }>>;
type Flag = KeyWith<{ kind: 'flag' }>;
/** The key of a flag's negative name: `plan.notNew` of `isNew`. */
type NotKey = Flag extends `is${infer Rest}` ? `not${Rest}` : never;
type Listed = KeyWith<{ values: readonly string[] }>;
/** Keys of the values' names: `measure.KEY.VALUE`. */
type ValueKey = { [K in Listed]: `${K}.${ValueOf<BoardFields[K]>}` }[Listed];

export const fieldOf = (key: FilterKey): FilterField<MeasureInPlan, BoardOptions> => boardFields[key];

/** The name of an option of the plan, the short one if it has one. */
export const optionText = ({ slug, name, shortName }: FilterOption, localize: Localizer) => {
  const text = shortName ?? name;
  return text ? localize.in(text) : { children: slug };
};

/** The name of a value that is the same in all plans. */
export function useValueWord(): (key: FilterKey, value: string) => string {
  const t = useTranslations('measure');
  return (key, value) => t(`${key}.${value}` as ValueKey);
}

/** The active filters, one by one, in the order of the filter bar. */
export function useActiveFilters(filter: BoardFilter, board: Board): ActiveFilter[] {
  const t = useTranslations('plan');
  const measure = useTranslations('measure');
  const localize = useLocalizedText();
  return useMemo(
    () =>
      activeFiltersOf(boardFields, filter, (key, value) => {
        const field = fieldOf(key);
        if (field.kind === 'text') return t('searched', { q: value });
        if (field.kind === 'flag') return t(value === 'true' ? (key as Flag) : (`not${key.slice(2)}` as NotKey));
        if (typeof field.values === 'function') {
          const option = field.values(board).find(({ slug }) => slug === value);
          const text = option?.shortName ?? option?.name;
          return text ? localize(text) : value;
        }
        // Outside the row of age groups the label has to name the filter.
        if (value === 'unspecified') return t('noAgeGroup');
        return measure(`${key}.${value}` as ValueKey);
      }),
    [filter, board, t, measure, localize],
  );
}
