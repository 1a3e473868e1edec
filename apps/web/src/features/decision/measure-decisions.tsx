import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/detail.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { showToast, Toaster } from '../../ui/form/toast.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { DecisionItem } from './decision-item.tsx';
import styles from './decisions.module.css';
import { meetingPath } from '../../domain/paths.ts';
import { decisionsKey, decisionsQuery, deleteDecision } from './queries.ts';

type Open = { kind: 'note' } | { kind: 'edit' | 'delete'; decision: MeasureDecision };
type Props = { slug: string; year: string; code: string };

/** The decisions on a measure, for the people of the municipality; a secretary adds them here. */
export function MeasureDecisions({ slug, year, code }: Props) {
  const t = useTranslations('decision');
  const client = useQueryClient();
  const query = useQuery(decisionsQuery(slug, year, { measure: code }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    void client.invalidateQueries({ queryKey: decisionsKey(slug, year) });
    showToast(text);
  };
  const { data } = query;
  return (
    <Section title={t('title')}>
      {!data &&
        (query.error ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height="4rem" />
        ))}
      {data?.decisions.length === 0 && <p className={styles['quiet']}>{t('none')}</p>}
      {data && data.decisions.length > 0 && (
        <ul className={styles['list']}>
          {data.decisions.map((decision) => (
            <DecisionItem key={decision.id} decision={decision} onOpen={(kind) => setOpen({ kind, decision })} />
          ))}
        </ul>
      )}
      {data && (
        <div className={styles['actions']}>
          {data.can.create && (
            <Button onClick={() => setOpen({ kind: 'note' })}>
              <Icon name="plus" />
              {t('note')}
            </Button>
          )}
          <a href={meetingPath(slug, year)}>{t('toMeeting')}</a>
        </div>
      )}
      {open && open.kind !== 'delete' && (
        <DecisionDialog
          {...{ slug, year, code }}
          decision={open.kind === 'edit' ? open.decision : null}
          meetings={data?.meetings ?? []}
          onClose={close}
          onDone={() => done(t(open.kind === 'edit' ? 'edited' : 'noted'))}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('delete.ask')}
          confirm={t('delete.button')}
          onClose={close}
          onConfirm={async () => {
            await deleteDecision(slug, open.decision);
            done(t('delete.done'));
          }}
        >
          <p>{t('delete.text')}</p>
        </ConfirmDialog>
      )}
      <Toaster />
    </Section>
  );
}
