import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { List } from '../../../ui/form/list.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { Toolbar } from '../../../domain/admin/filters.tsx';
import { useCan } from '../../../domain/session/queries.ts';
import { PairDialog } from './pair-dialog.tsx';
import { PublicScreens } from './public-screens.tsx';
import { deleteDisplay, displaysKey, displaysQuery } from './queries.ts';
import { DisplayRowView } from './display-row.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

type Open = { kind: 'pair' } | { kind: 'settings' | 'revoke'; row: DisplayRow };

export function Displays({ slug }: { slug: string }) {
  const t = useTranslations('displayManage');
  const can = useCan(slug);
  const client = useQueryClient();
  const query = useQuery(displaysQuery(slug));
  const [open, setOpen] = useState<Open | null>(null);
  const rows = query.data?.displays ?? [];
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    void client.invalidateQueries({ queryKey: displaysKey(slug) });
    showToast(text);
  };
  return (
    <>
      {can('display:manage') && (
        <Toolbar>
          <Button variant="primary" onClick={() => setOpen({ kind: 'pair' })}>
            <Icon name="plus" />
            {t('pair.button')}
          </Button>
        </Toolbar>
      )}
      <ListFrame
        query={query}
        count={rows.length}
        isFiltered={false}
        onClear={close}
        empty={{ title: t('none'), text: t('noneText', { address: `${location.host}/display` }) }}
      >
        <List label={t('title')}>
          {rows.map((row) => (
            <DisplayRowView key={row.id} slug={slug} row={row} onOpen={(kind) => setOpen({ kind, row })} />
          ))}
        </List>
      </ListFrame>
      <PublicScreens slug={slug} />
      {open?.kind === 'pair' && (
        <PairDialog slug={slug} onClose={close} onDone={({ room }) => done(t('pair.done', { room }))} />
      )}
      {open?.kind === 'settings' && (
        <SettingsDialog
          slug={slug}
          row={open.row}
          onClose={close}
          onDone={({ room }) => done(t('settings.done', { room }))}
        />
      )}
      {open?.kind === 'revoke' && (
        <ConfirmDialog
          title={t('revoke.ask', { room: open.row.room })}
          confirm={t('revoke.button')}
          onClose={close}
          onConfirm={async () => {
            await deleteDisplay(slug, open.row);
            done(t('revoke.done', { room: open.row.room }));
          }}
        >
          <p>{t('revoke.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
