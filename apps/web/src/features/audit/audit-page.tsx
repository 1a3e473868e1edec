import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/form/form-notices.tsx';
import { LoadMore } from '../../ui/form/load-more.tsx';
import { showToast } from '../../ui/form/toast.tsx';
import { AdminFrame } from '../../domain/admin/admin-frame.tsx';
import { ListFrame } from '../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../domain/admin/use-list-filter.ts';
import { Toolbar } from '../../domain/admin/filters.tsx';
import { auditFields } from './audit-fields.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { type AuditNames, auditQuery, exportAudit } from './queries.ts';
import { saveFile } from '../../lib/save-file.ts';

export function Page() {
  const t = useTranslations('audit');
  return (
    <AdminFrame page="audit" lead={t('lead')}>
      {(slug) => <Audit slug={slug} />}
    </AdminFrame>
  );
}

function Audit({ slug }: { slug: string }) {
  const t = useTranslations('audit');
  const list = useListFilter('/admin/$slug/audit', auditFields);
  const query = useInfiniteQuery(auditQuery(slug, list.query));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const names = Object.assign({}, ...(query.data?.pages.map((page) => page.names) ?? [])) as AuditNames;
  const take = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      saveFile(await exportAudit(slug, list.query), `vointi-${slug}-${t('fileName')}.csv`);
      showToast(t('exported'));
      void query.refetch();
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <>
      <AuditFilters slug={slug} list={list} />
      <Toolbar>
        <Button aria-disabled={isBusy} onClick={() => void take()}>
          {t(isBusy ? 'exporting' : 'export')}
        </Button>
      </Toolbar>
      <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      <ListFrame
        query={query}
        count={entries.length}
        isFiltered={list.isFiltered}
        onClear={list.clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <AuditTable slug={slug} entries={entries} names={names} />
        <LoadMore
          shown={entries.length}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      </ListFrame>
    </>
  );
}
