import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/form/list.tsx';
import { showToast } from '../../ui/form/toast.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ListFrame } from '../../domain/admin/list-frame.tsx';
import { Toolbar } from '../../domain/admin/filters.tsx';
import { DeleteRoundDialog } from './confirm-dialogs.tsx';
import { roundsKey } from '../../domain/round/queries.ts';
import { openingOf } from './opening.ts';
import { followedRoundsQuery } from './queries.ts';
import { RoundDialog } from './round-dialog.tsx';
import { RoundRow } from './round-row.tsx';
import { suggestionFor } from './suggestion.ts';
import { today } from './today.ts';

type Open = { kind: 'add' } | { kind: 'edit' | 'delete'; round: ManagedRound };

const savedText = (kind: Open['kind'], opening: ReturnType<typeof openingOf>) => {
  if (opening === 'now') return 'opening';
  if (kind === 'edit') return 'edited';
  return opening === 'waits' ? 'addedToWait' : 'added';
};

export function Rounds({ slug }: { slug: string }) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const client = useQueryClient();
  const query = useQuery(followedRoundsQuery(slug));
  const [open, setOpen] = useState<Open | null>(null);
  const { rounds = [], years = [], canCreate = false } = query.data ?? {};
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    void client.invalidateQueries({ queryKey: roundsKey(slug) });
    showToast(text);
  };
  const mayAdd = canCreate && years.length > 0;
  return (
    <>
      {mayAdd && (
        <Toolbar>
          <Button variant="primary" onClick={() => setOpen({ kind: 'add' })}>
            <Icon name="plus" />
            {t('add')}
          </Button>
        </Toolbar>
      )}
      <ListFrame
        query={query}
        count={rounds.length}
        isFiltered={false}
        onClear={close}
        empty={{ title: t('none'), text: t(mayAdd ? 'noneText' : years.length > 0 ? 'noneYet' : 'noPlan') }}
      >
        <List label={t('title')}>
          {rounds.map((round) => (
            <RoundRow key={round.id} slug={slug} round={round} onOpen={(kind) => setOpen({ kind, round })} />
          ))}
        </List>
      </ListFrame>
      {open && open.kind !== 'delete' && (
        <RoundDialog
          slug={slug}
          source={
            open.kind === 'edit'
              ? { round: open.round }
              : {
                  suggestion: suggestionFor(
                    today(),
                    rounds.map(({ name }) => name.fi),
                  ),
                  years,
                }
          }
          onClose={close}
          onDone={(round) =>
            done(t(savedText(open.kind, openingOf(round, rounds, today())), { name: localize(round.name) }))
          }
        />
      )}
      {open?.kind === 'delete' && (
        <DeleteRoundDialog
          slug={slug}
          round={open.round}
          onClose={close}
          onDone={() => done(t('delete.done', { name: localize(open.round.name) }))}
        />
      )}
    </>
  );
}
