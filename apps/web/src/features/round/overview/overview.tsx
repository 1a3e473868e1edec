import { useQueryClient } from '@tanstack/react-query';
import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Section, Breadcrumbs } from '../../../ui/detail.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { roundsPath } from '../../../domain/paths.ts';
import { roundsKey } from '../../../domain/round/queries.ts';
import { StateTag } from '../state-tag.tsx';
import { Departments } from './departments.tsx';
import { RoundDialogs, type OpenDialog } from './dialogs.tsx';
import { SnapshotFacts } from './snapshot-facts.tsx';
import { ClosingCheckList } from './closing-check-list.tsx';
import styles from './overview.module.css';
import { Reminders } from './reminders.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundDates } from './round-dates.tsx';
import { Totals } from './totals.tsx';
import { useRemind } from './use-remind.ts';

/** The page of a round: who is missing, and every action on it. */
export function Overview({ slug, overview }: { slug: string; overview: RoundOverview }) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const { round, counts, lint } = overview;
  const remind = useRemind(slug, overview);
  const done = (text: string) => {
    setDialog(null);
    void client.invalidateQueries({ queryKey: roundsKey(slug) });
    showToast(text);
  };
  const isAnswered = round.state !== 'planned';
  return (
    <>
      <Breadcrumbs label={t('trail')} links={[{ href: roundsPath(slug), children: t('title') }]} />
      <div className={styles['head']}>
        <PageHeading title={localize(round.name)} context={t('planOf', { year: String(round.year) })}>
          <LocalizedText text={round.name} />
        </PageHeading>
        <StateTag state={round.state} />
      </div>
      <RoundDates round={round} />
      <Totals counts={counts} state={round.state} />
      <RoundActions overview={overview} remind={remind} onOpenDialog={setDialog} />
      {round.frozen && (
        <SnapshotFacts slug={slug} round={round} isIntact={overview.isIntact} onOpenDialog={setDialog} />
      )}
      <Section title={t('departments.title')}>
        <Departments slug={slug} overview={overview} remind={remind} onOpenDialog={setDialog} />
      </Section>
      {isAnswered && (
        <Section
          title={t(round.state === 'closed' ? 'lint.titleClosed' : 'lint.title')}
          note={lint.length > 0 && round.state === 'open' ? t('lint.note') : undefined}
        >
          <ClosingCheckList slug={slug} year={round.year} lint={lint} />
        </Section>
      )}
      <Section title={t('reminders.title')}>
        <Reminders slug={slug} roundId={round.id} state={round.state} />
      </Section>
      {dialog && (
        <RoundDialogs slug={slug} overview={overview} dialog={dialog} onDone={done} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
