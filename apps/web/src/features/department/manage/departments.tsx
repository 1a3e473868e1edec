import { useQuery, useQueryClient } from '@tanstack/react-query';
import { departmentKinds } from '@vointi/shared/department/kind.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/form/load-more.tsx';
import { List } from '../../../ui/form/list.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Filters, FilterSearch, FilterSelect, Toolbar } from '../../../domain/admin/filters.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../../domain/admin/use-list-filter.ts';
import { useCan } from '../../../domain/session/queries.ts';
import { DepartmentRowView } from './department-row.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { departmentsKey, departmentsQuery } from '../../../domain/department/queries.ts';
import { MergeDialog } from './merge-dialog.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'merge'; row: DepartmentRow };

const fields = { q: { kind: 'text' }, kind: { kind: 'one', values: departmentKinds } } as const;

export function Departments({ slug }: { slug: string }) {
  const t = useTranslations('departmentManage');
  const kindWord = useTranslations('department.kind');
  const localize = useLocalizedText();
  const can = useCan(slug);
  const client = useQueryClient();
  const list = useListFilter('/admin/$slug/departments', fields);
  const query = useQuery(departmentsQuery(slug, list.query));
  const [open, setOpen] = useState<Open | null>(null);
  const rows = query.data?.departments ?? [];
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    void client.invalidateQueries({ queryKey: departmentsKey(slug) });
    showToast(text);
  };
  return (
    <>
      <Filters>
        <FilterSearch label={t('search')} list={list} />
        <FilterSelect
          name="kind"
          label={t('kindLabel')}
          list={list}
          options={departmentKinds.map((value) => ({ value, label: kindWord(value) }))}
        />
      </Filters>
      {can('department:manage') && (
        <Toolbar>
          <Button variant="primary" onClick={() => setOpen({ kind: 'add' })}>
            <Icon name="plus" />
            {t('add')}
          </Button>
        </Toolbar>
      )}
      <ListFrame
        query={query}
        count={rows.length}
        isFiltered={list.isFiltered}
        onClear={list.clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <List label={t('title')}>
          {rows.map((row) => (
            <DepartmentRowView key={row.id} row={row} onOpen={(kindOf) => setOpen({ kind: kindOf, row })} />
          ))}
        </List>
        <LoadMore shown={rows.length} hasMore={false} isLoading={false} onMore={close} />
      </ListFrame>
      {open && open.kind !== 'merge' && (
        <EditDialog
          slug={slug}
          row={open.kind === 'edit' ? open.row : null}
          onClose={close}
          onDone={(row) => done(t(open.kind === 'edit' ? 'edited' : 'added', { name: localize(row.name) }))}
        />
      )}
      {open?.kind === 'merge' && (
        <MergeDialog
          slug={slug}
          row={open.row}
          onClose={close}
          onDone={(into) => done(t('merge.done', { from: localize(open.row.name), into: localize(into.name) }))}
        />
      )}
    </>
  );
}
