import { useQueryClient } from '@tanstack/react-query';
import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Section, Trail } from '../../../ui/detail.tsx';
import { tell } from '../../../ui/form/toast.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { roundsPath } from '../../../domain/paths.ts';
import { roundsKey } from '../../../domain/round/queries.ts';
import { StateTag } from '../state-tag.tsx';
import { Departments } from './departments.tsx';
import { RoundDialogs, type OpenDialog } from './dialogs.tsx';
import { Frozen } from './frozen.tsx';
import { LintList } from './lint-list.tsx';
import styles from './overview.module.css';
import { Reminders } from './reminders.tsx';
import { RoundActions } from './round-actions.tsx';
import { Times } from './times.tsx';
import { Totals } from './totals.tsx';
import { useRemind } from './use-remind.ts';

/** The page of whoever runs the round: who is missing, and everything that can be done about it. */
export function Overview({ slug, overview }: { slug: string; overview: RoundOverview }) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const client = useQueryClient();
  const [openDialog, setOpenDialog] = useState<OpenDialog | null>(null);
  const { round, counts, lint } = overview;
  const remind = useRemind(slug, overview);
  const done = (text: string) => {
    setOpenDialog(null);
    void client.invalidateQueries({ queryKey: roundsKey(slug) });
    tell(text);
  };
  const isAnswered = round.state !== 'planned';
  return (
    <>
      <Trail label={t('trail')} links={[{ href: roundsPath(slug), children: t('title') }]} />
      <div className={styles['head']}>
        <PageHeading title={localize(round.name)} place={t('planOf', { year: String(round.year) })}>
          <LocalizedText text={round.name} />
        </PageHeading>
        <StateTag state={round.state} />
      </div>
      <Times round={round} />
      <Totals counts={counts} state={round.state} />
      <RoundActions overview={overview} remind={remind} onAsk={setOpenDialog} />
      {round.frozen && <Frozen slug={slug} round={round} onAsk={setOpenDialog} />}
      <Section title={t('departments.title')}>
        <Departments slug={slug} overview={overview} remind={remind} onAsk={setOpenDialog} />
      </Section>
      {isAnswered && (
        <Section
          title={t(round.state === 'closed' ? 'lint.titleClosed' : 'lint.title')}
          note={lint.length > 0 && round.state === 'open' ? t('lint.note') : undefined}
        >
          <LintList slug={slug} year={round.year} lint={lint} />
        </Section>
      )}
      <Section title={t('reminders.title')}>
        <Reminders slug={slug} roundId={round.id} state={round.state} />
      </Section>
      {openDialog && (
        <RoundDialogs
          slug={slug}
          overview={overview}
          openDialog={openDialog}
          onDone={done}
          onClose={() => setOpenDialog(null)}
        />
      )}
    </>
  );
}
