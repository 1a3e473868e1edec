import { useQuery, useQueryClient } from '@tanstack/react-query';
import { departmentKinds } from '@vointi/shared/department/kind.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { More } from '../../../ui/form/more.tsx';
import { Rows } from '../../../ui/form/rows.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { tell } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Filters, Toolbar, wideFilter } from '../../../domain/admin/filters.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { oneOf, useListSearch } from '../../../domain/admin/list-search.ts';
import { useCan } from '../../../domain/session/queries.ts';
import { DepartmentRowView } from './department-row.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { departmentsKey, departmentsQuery } from '../../../domain/department/queries.ts';
import { MergeDialog } from './merge-dialog.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'merge'; row: DepartmentRow };

export function Departments({ slug }: { slug: string }) {
  const t = useTranslations('departmentManage');
  const form = useTranslations('form');
  const kindWord = useTranslations('department.kind');
  const say = useText();
  const can = useCan(slug);
  const client = useQueryClient();
  const { values, change, clear, isNarrowed } = useListSearch(['q', 'kind']);
  const kind = oneOf(departmentKinds, values.kind);
  const query = useQuery(departmentsQuery(slug, { ...(values.q && { q: values.q }), ...(kind && { kind }) }));
  const [open, setOpen] = useState<Open | null>(null);
  const rows = query.data?.departments ?? [];
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    void client.invalidateQueries({ queryKey: departmentsKey(slug) });
    tell(text);
  };
  return (
    <>
      <Filters>
        <SearchField className={wideFilter} label={t('search')} value={values.q} onSearch={(q) => change({ q })} />
        <Select
          label={t('kindLabel')}
          value={values.kind}
          onChange={({ target }) => change({ kind: target.value })}
          options={[
            { value: '', label: form('any') },
            ...departmentKinds.map((value) => ({ value, label: kindWord(value) })),
          ]}
        />
      </Filters>
      {can('department:manage') && (
        <Toolbar>
          <Button look="primary" onClick={() => setOpen({ kind: 'add' })}>
            <Icon name="plus" />
            {t('add')}
          </Button>
        </Toolbar>
      )}
      <ListFrame
        query={query}
        count={rows.length}
        isNarrowed={isNarrowed}
        onClear={clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <Rows label={t('title')}>
          {rows.map((row) => (
            <DepartmentRowView key={row.id} row={row} onOpen={(kindOf) => setOpen({ kind: kindOf, row })} />
          ))}
        </Rows>
        <More shown={rows.length} hasMore={false} isLoading={false} onMore={close} />
      </ListFrame>
      {open && open.kind !== 'merge' && (
        <EditDialog
          slug={slug}
          row={open.kind === 'edit' ? open.row : null}
          onClose={close}
          onDone={(row) => done(t(open.kind === 'edit' ? 'edited' : 'added', { name: say(row.name) }))}
        />
      )}
      {open?.kind === 'merge' && (
        <MergeDialog
          slug={slug}
          row={open.row}
          onClose={close}
          onDone={(into) => done(t('merge.done', { from: say(open.row.name), into: say(into.name) }))}
        />
      )}
    </>
  );
}
