import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/form/load-more.tsx';
import { List } from '../../ui/form/list.tsx';
import { showToast } from '../../ui/form/toast.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ListFrame } from '../../domain/admin/list-frame.tsx';
import { useListFilter } from '../../domain/admin/use-list-filter.ts';
import { Toolbar } from '../../domain/admin/filters.tsx';
import { sessionQuery, useCan, useMe } from '../../domain/session/queries.ts';
import { EditDialog } from './edit-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { peopleFields, PeopleFilters } from './people-filters.tsx';
import { PersonDialog, type PersonAction } from './person-dialogs.tsx';
import { PersonRow } from './person-row.tsx';
import { peopleKey } from '../../domain/user/queries.ts';
import { peopleQuery } from './queries.ts';

type Open = { kind: 'invite' } | { kind: 'edit'; user: UserRow } | { kind: PersonAction; user: UserRow };

export function People({ slug }: { slug: string }) {
  const t = useTranslations('user');
  const can = useCan(slug);
  const client = useQueryClient();
  const me = useMe();
  const list = useListFilter('/admin/$slug/people', peopleFields);
  const query = useInfiniteQuery(peopleQuery(slug, list.query));
  const { data: session } = useQuery(sessionQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const users = query.data?.pages.flatMap((page) => page.users) ?? [];
  const total = query.data?.pages.at(-1)?.total ?? 0;
  const close = () => setOpen(null);
  const done = (text: string, isMail = false) => {
    close();
    void client.invalidateQueries({ queryKey: peopleKey(slug) });
    showToast(text, isMail && session?.hasMailbox ? { href: '/mailbox', text: t('openMailbox') } : undefined);
  };
  return (
    <>
      <PeopleFilters slug={slug} list={list} />
      {can('user:manage') && (
        <Toolbar>
          <Button variant="primary" onClick={() => setOpen({ kind: 'invite' })}>
            <Icon name="plus" />
            {t('invite')}
          </Button>
        </Toolbar>
      )}
      <ListFrame
        query={query}
        count={total}
        isFiltered={list.isFiltered}
        onClear={list.clear}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        <List label={t('title')}>
          {users.map((user) => (
            <PersonRow
              key={user.id}
              user={user}
              onEdit={(one) => setOpen({ kind: 'edit', user: one })}
              onAsk={(kind, one) => setOpen({ kind, user: one })}
            />
          ))}
        </List>
        <LoadMore
          shown={users.length}
          total={total}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      </ListFrame>
      {open?.kind === 'invite' && (
        <InviteDialog
          slug={slug}
          onClose={close}
          onDone={({ displayName, email, state: now }) =>
            now === 'invited'
              ? done(t('invited', { email: email ?? displayName }), true)
              : done(t('added', { name: displayName }), true)
          }
        />
      )}
      {open?.kind === 'edit' && (
        <EditDialog
          slug={slug}
          user={open.user}
          isOwn={open.user.id === me.id}
          onClose={close}
          onDone={({ id, displayName, email, state: now }) => {
            const isMailed = now === 'invited' && email !== null && email !== open.user.email;
            if (isMailed) done(t('moved', { email }), true);
            else done(t('edited', { name: displayName }));
            // The person's own rights come from the session.
            if (id === me.id) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
          }}
        />
      )}
      {open && open.kind !== 'invite' && open.kind !== 'edit' && (
        <PersonDialog
          slug={slug}
          user={open.user}
          action={open.kind}
          onClose={close}
          onDone={() => done(t(`done.${open.kind}`, { name: open.user.displayName }), open.kind === 'resend')}
        />
      )}
    </>
  );
}
