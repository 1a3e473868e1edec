import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import { tones } from '@vointi/shared/finding/tone.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../../lib/announce.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Cards, Section } from '../../../ui/detail.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { List } from '../../../ui/form/list.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListFrame } from '../../../domain/admin/list-frame.tsx';
import { Toolbar } from '../../../domain/admin/filters.tsx';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { findingsQuery } from '../queries.ts';
import { FindingDialog } from './finding-dialog.tsx';
import { FindingRow } from './finding-row.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { proposalsQuery, remove, update, type At } from './writes.ts';

type Open =
  | { kind: 'add' }
  | { kind: 'accept'; proposal: FindingProposal }
  | { kind: 'edit' | 'delete'; finding: Finding };

/** Findings and drafts of a plan, and proposals from the values. Nothing is published by itself. */
export function ManagedFindings({ slug, year }: At) {
  const t = useTranslations('findingManage');
  const client = useQueryClient();
  const plan = { slug, year };
  const query = useQuery(findingsQuery(slug, year));
  const proposals = useQuery(proposalsQuery(plan));
  const [open, setOpen] = useState<Open | null>(null);
  const findings = query.data?.findings ?? [];
  const proposed = proposals.data?.proposals ?? [];
  const close = () => setOpen(null);
  const done = async (text: string) => {
    close();
    showToast(text);
    await refreshFigures(client, slug);
  };
  const publish = async (finding: Finding) => {
    const state = finding.state === 'published' ? 'draft' : 'published';
    await update(plan, finding.id, { version: finding.version, state });
    await done(t(state === 'published' ? 'published' : 'takenBack'));
  };
  const move = async (finding: Finding, to: number) => {
    try {
      await update(plan, finding.id, { version: finding.version, position: to });
      announce(t('movedTo', { place: to + 1 }));
    } catch {
      showToast(t('moveFailed'));
    }
    await refreshFigures(client, slug);
  };
  return (
    <>
      <Toolbar>
        <Button variant="primary" onClick={() => setOpen({ kind: 'add' })}>
          <Icon name="plus" />
          {t('add')}
        </Button>
        <a href={`/${slug}/${year}/findings`} className={buttonClass({})}>
          {t('show')}
        </a>
      </Toolbar>
      {proposed.length > 0 && (
        <Section title={t('proposals', { count: proposed.length })} note={t('proposalsNote')}>
          <Cards wide>
            {proposed.map((proposal) => (
              <ProposalCard
                key={`${proposal.indicator.slug}.${proposal.period}`}
                proposal={proposal}
                onAccept={() => setOpen({ kind: 'accept', proposal })}
              />
            ))}
          </Cards>
        </Section>
      )}
      {proposals.isSuccess && proposed.length === 0 && <p>{t('noProposals')}</p>}
      <ListFrame
        query={query}
        count={findings.length}
        isFiltered={false}
        onClear={close}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        {tones.map((tone) => {
          const own = findings.filter((finding) => finding.tone === tone);
          return (
            own.length > 0 && (
              <Section key={tone} title={t(`tone.${tone}`, { count: own.length })}>
                <List label={t(`tone.${tone}`, { count: own.length })}>
                  {own.map((finding, index) => (
                    <FindingRow
                      key={finding.id}
                      finding={finding}
                      index={index}
                      count={own.length}
                      onMove={(to) => move(finding, to)}
                      onPublish={() => publish(finding)}
                      onOpen={(kind) => setOpen({ kind, finding })}
                    />
                  ))}
                </List>
              </Section>
            )
          );
        })}
      </ListFrame>
      {open && open.kind !== 'delete' && (
        <FindingDialog
          plan={plan}
          source={open.kind === 'edit' ? { finding: open.finding } : open.kind === 'accept' ? open : {}}
          onClose={close}
          onDone={(finding) => void done(t(finding.state === 'published' ? 'published' : 'savedDraft'))}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('deleteTitle')}
          confirm={t('deleteConfirm')}
          onConfirm={async () => {
            await remove(plan, open.finding);
            await done(t('deleted'));
          }}
          onClose={close}
        >
          <p>{t('deleteText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
