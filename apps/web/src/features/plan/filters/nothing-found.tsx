import type { BoardFilter } from '@vointi/shared/plan/filter-fields.ts';
import { noFilter } from '@vointi/shared/plan/filter.ts';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { FilteredBoard } from '../filter-board.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import type { ActiveFilter } from './filter-text.ts';

type Props = {
  filterer: (filter: BoardFilter) => FilteredBoard;
  search: BoardSearch;
  filters: readonly ActiveFilter[];
  change: ChangeSearch;
};

/** No measure passes. Offers to remove each filter, with how many measures would then show. */
export function NothingFound({ filterer, search, filters, change }: Props) {
  const t = useTranslations('plan');
  return (
    <Empty
      title={t('empty.title')}
      actions={
        <>
          {filters.map(({ key, label, without }) => {
            const count = filterer({ ...search, ...without }).board.counts.total;
            const filter = t('empty.without', { filter: label, count });
            return (
              <Button key={key} aria-label={t('remove', { filter })} onClick={() => change(without)}>
                <Icon name="close" size={14} />
                {filter}
              </Button>
            );
          })}
          {filters.length > 1 && (
            <Button variant="primary" onClick={() => change(noFilter)}>
              {t('clear')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('empty.text')}</p>
    </Empty>
  );
}
