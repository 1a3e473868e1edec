import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { LoadMore } from '../../../ui/form/load-more.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Table } from '../../../ui/table.tsx';
import { useListFilter } from '../../../domain/admin/use-list-filter.ts';
import { useCan } from '../../../domain/session/queries.ts';
import { DepartmentRow } from './department-row.tsx';
import styles from './departments.module.css';
import type { OpenDialog } from './dialogs.tsx';
import { orderByStage, isShown, shows } from './answer-stage.ts';
import type { Remind } from './use-remind.ts';

type Props = { slug: string; overview: RoundOverview; remind: Remind; onOpenDialog: (dialog: OpenDialog) => void };

const fields = { show: { kind: 'one', values: shows }, q: { kind: 'text' } } as const;

const pageSize = 100;
/** A shorter list needs no search. */
const manyDepartments = 12;

/** Departments by answer stage, missing ones first. */
export function Departments({ slug, overview: { round, departments }, remind, onOpenDialog }: Props) {
  const t = useTranslations('round.departments');
  const localize = useLocalizedText();
  const can = useCan(slug);
  const { filter, change, clear } = useListFilter('/rounds/$slug/$round', fields);
  const { show = 'all' } = filter;
  const [limit, setLimit] = useState(pageSize);
  const isPlanned = round.state === 'planned';
  const sorted = useMemo(
    () => orderByStage(departments, ({ department }) => localize(department.name)),
    [departments, localize],
  );
  const q = (filter.q ?? '').toLocaleLowerCase('fi');
  const listed = sorted.filter(
    (one) => isShown[show](one) && (q === '' || localize(one.department.name).toLocaleLowerCase('fi').includes(q)),
  );
  const mayAnswer = can('report:write');
  return (
    <>
      {!isPlanned && (
        <div className={styles['filters']}>
          <Segmented
            label={t('show')}
            chosen={show}
            onChoose={(value) => change({ show: value === 'all' ? undefined : value })}
            segments={shows
              .map((value) => ({ value, label: t(`shows.${value}`), count: departments.filter(isShown[value]).length }))
              .filter(({ value, count }) => count > 0 || value === 'all' || value === 'missing' || value === show)}
          />
          {departments.length >= manyDepartments && (
            <SearchField
              label={t('search')}
              value={filter.q ?? ''}
              onSearch={(text) => change({ q: text || undefined })}
            />
          )}
        </div>
      )}
      {listed.length === 0 ? (
        <Empty
          title={t(show === 'missing' && q === '' ? 'nobodyMissing' : 'nobody')}
          actions={(show !== 'all' || q !== '') && <Button onClick={clear}>{t('showAll')}</Button>}
        />
      ) : (
        <Table label={t('label')} className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              <th scope="col">{t('answers')}</th>
              <th scope="col">{t('opened')}</th>
              <th scope="col">{t('underWay')}</th>
              <th scope="col">{t('reminder')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, limit).map((one) => (
              <DepartmentRow
                key={one.department.slug}
                slug={slug}
                roundId={round.id}
                row={one}
                state={round.state}
                mayManage={can('round:manage')}
                mayAnswer={mayAnswer}
                remind={remind}
                onOpenDialog={onOpenDialog}
              />
            ))}
          </tbody>
        </Table>
      )}
      {listed.length > pageSize && (
        <LoadMore
          shown={Math.min(limit, listed.length)}
          total={listed.length}
          hasMore={listed.length > limit}
          isLoading={false}
          onMore={() => setLimit(limit + pageSize)}
        />
      )}
    </>
  );
}
