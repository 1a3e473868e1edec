import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import { tones } from '@vointi/shared/finding/tone.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Cards, Section } from '../../../ui/detail.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { Row, RowActions, RowNote, RowPart, Rows } from '../../../ui/form/rows.tsx';
import { tell } from '../../../ui/form/toast.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { ListFrame, Toolbar } from '../../admin/public.ts';
import { refreshFigures, usePeriodText } from '../../indicator/public.ts';
import { findingsQuery } from '../queries.ts';
import { FindingDialog } from './finding-dialog.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { proposalsQuery, remove, update, type At } from './writes.ts';

type Open =
  | { kind: 'add' }
  | { kind: 'accept'; proposal: FindingProposal }
  | { kind: 'edit' | 'delete'; finding: Finding };

/** Findings of a plan with their drafts, and what the figures propose: nothing is said to the public by itself. */
export function ManagedFindings({ slug, year }: At) {
  const t = useTranslations('findingManage');
  const client = useQueryClient();
  const at = { slug, year };
  const query = useQuery(findingsQuery(slug, year));
  const proposals = useQuery(proposalsQuery(at));
  const [open, setOpen] = useState<Open | null>(null);
  const findings = query.data?.findings ?? [];
  const proposed = proposals.data?.proposals ?? [];
  const close = () => setOpen(null);
  const done = async (text: string) => {
    close();
    tell(text);
    await refreshFigures(client, slug);
  };
  const publish = async (finding: Finding) => {
    const state = finding.state === 'published' ? 'draft' : 'published';
    await update(at, finding.id, { version: finding.version, state });
    await done(t(state === 'published' ? 'published' : 'takenBack'));
  };
  return (
    <>
      <Toolbar>
        <Button look="primary" onClick={() => setOpen({ kind: 'add' })}>
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
        isNarrowed={false}
        onClear={close}
        empty={{ title: t('none'), text: t('noneText') }}
      >
        {tones.map((tone) => {
          const own = findings.filter((finding) => finding.tone === tone);
          return (
            own.length > 0 && (
              <Section key={tone} title={t(`tone.${tone}`, { count: own.length })}>
                <Rows label={t(`tone.${tone}`, { count: own.length })}>
                  {own.map((finding) => (
                    <FindingRow
                      key={finding.id}
                      finding={finding}
                      onPublish={() => publish(finding)}
                      onOpen={(kind) => setOpen({ kind, finding })}
                    />
                  ))}
                </Rows>
              </Section>
            )
          );
        })}
      </ListFrame>
      {open && open.kind !== 'delete' && (
        <FindingDialog
          at={at}
          given={open.kind === 'edit' ? { finding: open.finding } : open.kind === 'accept' ? open : {}}
          onClose={close}
          onDone={(finding) => void done(t(finding.state === 'published' ? 'published' : 'savedDraft'))}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('deleteTitle')}
          confirm={t('deleteConfirm')}
          onConfirm={async () => {
            await remove(at, open.finding);
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

type RowProps = { finding: Finding; onPublish: () => Promise<void>; onOpen: (kind: 'edit' | 'delete') => void };

function FindingRow({ finding, onPublish, onOpen }: RowProps) {
  const t = useTranslations('findingManage');
  const words = useTranslations('finding');
  const say = useText();
  const period = usePeriodText();
  const [isAsking, setAsking] = useState(false);
  const { text, state, indicators, measures } = finding;
  const short = say(text).slice(0, 60);
  const deed = t(state === 'published' ? 'takeBack' : 'publish');
  return (
    <Row>
      <RowPart>
        <h3 {...say.in(text)} />
        <Tag>{t(`state.${state}`)}</Tag>
      </RowPart>
      <RowPart>
        <p>{finding.period === null ? words('noPeriod') : period(finding.period)}</p>
        {indicators.map((indicator) => (
          <RowNote key={indicator.slug}>{say(indicator.name)}</RowNote>
        ))}
      </RowPart>
      <RowPart>
        <p>{t('measures', { count: measures.length })}</p>
      </RowPart>
      <RowActions>
        <Button onClick={() => setAsking(true)} aria-label={`${deed}: ${short}`}>
          {deed}
        </Button>
        <Button onClick={() => onOpen('edit')} aria-label={`${t('edit')}: ${short}`}>
          {t('edit')}
        </Button>
        <Button onClick={() => onOpen('delete')} aria-label={`${t('delete')}: ${short}`}>
          {t('delete')}
        </Button>
      </RowActions>
      {isAsking && (
        <ConfirmDialog
          title={deed}
          confirm={deed}
          onConfirm={async () => {
            await onPublish();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t(state === 'published' ? 'takeBackText' : 'publishText')}</p>
        </ConfirmDialog>
      )}
    </Row>
  );
}
