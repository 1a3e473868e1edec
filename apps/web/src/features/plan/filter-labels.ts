import type { Board } from '@vointi/shared/plan/contract.ts';
import type { BoardFilter } from '@vointi/shared/plan/filter.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { callName, useAgeGroupWord, useStatusWord } from '../../domain/measure/words.ts';
import type { BoardSearch } from './board-search.ts';

/** One filter in force: its words, and what the search is without it. */
export type ActiveFilter = { key: string; label: string; without: Partial<BoardSearch> };

const minus = <V>(list: readonly V[], value: V) => list.filter((one) => one !== value);

/** The filters in force, one by one, in the order of the filter bar. */
export function useActiveFilters(filter: BoardFilter, board: Board): ActiveFilter[] {
  const t = useTranslations('plan');
  const say = useText();
  const ageGroupWord = useAgeGroupWord();
  const statusWord = useStatusWord();
  return useMemo(() => {
    const department = (slug: string) => {
      const found = board.departments.find((one) => one.slug === slug);
      return found ? say(callName(found)) : slug;
    };
    const goal = (slug: string) => {
      const found = board.goals.find((one) => one.slug === slug);
      return found ? say(found.shortName) : slug;
    };
    return [
      ...filter.ageGroup.map((value) => ({
        key: `ageGroup=${value}`,
        label: value === 'unspecified' ? t('noAgeGroup') : ageGroupWord(value),
        without: { ageGroup: minus(filter.ageGroup, value) },
      })),
      ...filter.department.map((value) => ({
        key: `department=${value}`,
        label: department(value),
        without: { department: minus(filter.department, value) },
      })),
      ...filter.status.map((value: Status) => ({
        key: `status=${value}`,
        label: statusWord(value),
        without: { status: minus(filter.status, value) },
      })),
      ...filter.goal.map((value) => ({
        key: `goal=${value}`,
        label: goal(value),
        without: { goal: minus(filter.goal, value) },
      })),
      ...(filter.isNew === undefined
        ? []
        : [{ key: 'isNew', label: filter.isNew ? t('isNew') : t('notNew'), without: { isNew: undefined } }]),
      ...(filter.q === undefined
        ? []
        : [{ key: 'q', label: t('searched', { q: filter.q }), without: { q: undefined } }]),
    ];
  }, [filter, board, t, say, ageGroupWord, statusWord]);
}
