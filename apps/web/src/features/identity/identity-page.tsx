import { useQuery } from '@tanstack/react-query';
import type { Mapping } from '@vointi/shared/identity/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/detail.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { showToast } from '../../ui/form/toast.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AdminFrame } from '../../domain/admin/admin-frame.tsx';
import { Filters, FilterSearch } from '../../domain/admin/filters.tsx';
import { ListFrame } from '../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../domain/admin/use-list-filter.ts';
import { MappingDialog } from './mapping-dialog.tsx';
import { MappingTable } from './mapping-table.tsx';
import { Provider } from './provider.tsx';
import { deleteMapping, identityQuery } from './queries.ts';

export function Page() {
  const t = useTranslations('identity');
  return (
    <AdminFrame page="identity" lead={t('lead')}>
      {(slug) => <Identity slug={slug} />}
    </AdminFrame>
  );
}

function Identity({ slug }: { slug: string }) {
  const t = useTranslations('identity');
  const role = useTranslations('user.role');
  const localize = useLocalizedText();
  const list = useListFilter('/admin/$slug/identity', { q: { kind: 'text' } });
  const query = useQuery(identityQuery(slug));
  const [isAdding, setAdding] = useState(false);
  const [going, setGoing] = useState<Mapping | null>(null);
  const searchText = (list.filter.q ?? '').toLowerCase();
  const mappings = (query.data?.mappings ?? []).filter(({ claim, value, role: mappedRole, department }) =>
    [claim, value, role(mappedRole), department ? localize(department.name) : ''].some((text) =>
      text.toLowerCase().includes(searchText),
    ),
  );
  return (
    <>
      {query.data && <Provider provider={query.data.provider} slug={slug} />}
      <Section title={t('map')} note={t('mapNote')}>
        <Button variant={query.data?.provider ? 'primary' : 'plain'} onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('add')}
        </Button>
        <Filters>
          <FilterSearch label={t('search')} list={list} />
        </Filters>
        <ListFrame
          query={query}
          count={mappings.length}
          isFiltered={list.isFiltered}
          onClear={list.clear}
          empty={{ title: t('none'), text: t('noneText') }}
        >
          <MappingTable mappings={mappings} onRemove={setGoing} />
        </ListFrame>
      </Section>
      {isAdding && (
        <MappingDialog
          slug={slug}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void query.refetch();
            showToast(t('added'));
          }}
        />
      )}
      {going && (
        <ConfirmDialog
          title={t('ask')}
          confirm={t('remove')}
          onClose={() => setGoing(null)}
          onConfirm={async () => {
            await deleteMapping(slug, going);
            setGoing(null);
            void query.refetch();
            showToast(t('removed'));
          }}
        >
          <p>{t('askText', { claim: going.claim, value: going.value, role: role(going.role) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
